"""Reports that try the layout of a page: long texts, large figures, a remark in every cell."""

from models.form_file import current_form

SENTENCE = "全市各级行政机关坚持以公开为常态以不公开为例外依法答复申请"
PROSE = {
    "preamble": "本报告按照《条例》编制，统计期为2024年1月1日至12月31日。",
    "overview": f"{SENTENCE * 60}\n（一）主动公开。全年公开“政务服务”信息——共12条……\n（二）依申请公开\n全年办结6件。",
    "problems": f"{SENTENCE * 3}。",
    "other_matters": "全年没有收取信息处理费。",
}
LARGE = {name: str(1000 + 7 * n) for n, name in enumerate(current_form().typed_cells)} | {
    "proactive/fees/amount": "123456.7890",
    "requests/received/other": "1009（其中联合申请2件）",
}
REMARKED = dict.fromkeys(current_form().typed_cells, "1（其中由上级机关交办的12件）")
