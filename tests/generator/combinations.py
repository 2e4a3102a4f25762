"""The named combinations of variations that the test of generated documents goes through."""

from tests.generator.generate import Combination

OLDER = "zfxxgk-2019"

COMBINATIONS: dict[str, Combination] = {
    "a plain report": Combination(),
    "a plain report in the older form": Combination(form=OLDER),
    "a title in two paragraphs": Combination(title="two paragraphs"),
    "a title without year, told by the preamble": Combination(title="no year"),
    "a title without agency, told by the signature": Combination(title="no agency", source="signature"),
    "half a title, told by the publication": Combination(title="bare", source="publication"),
    "no title at all, told by the preamble": Combination(title="none"),
    "other section titles": Combination(wordings="variants"),
    "section titles numbered in digits": Combination(wordings="variants", numbering="digits"),
    "section titles with spaced numbers": Combination(numbering="spaced", subtitles="spaced"),
    "section titles with a space for the mark": Combination(numbering="blank", subtitles="half width"),
    "section titles as parts": Combination(numbering="part", subtitles="ordinal"),
    "section titles of markdown": Combination(numbering="markdown", subtitles="digits"),
    "section titles without numbers": Combination(numbering="none", wordings="variants"),
    "numbers lost to ones": Combination(numbering="all ones", container="scattered docx"),
    "sub-headings like section titles": Combination(traps=("headings",), numbering="colon", subtitles="enclosed"),
    "a table of contents": Combination(traps=("contents",), subtitles="point"),
    "headings of a style": Combination(container="styled docx", wordings="variants", traps=("contents", "headings")),
    "automatic numbers": Combination(container="numbered docx", subtitles="digit brackets"),
    "text scattered over runs": Combination(container="scattered docx", values=("full width", "plain")),
    "a table around everything": Combination(container="laid out docx", values=("padded", "plain")),
    "split labels": Combination(labels="split", values=("padded", "plain")),
    "labels one character a line": Combination(labels="vertical", shapes=("merged", "bare")),
    "half-width punctuation": Combination(labels="half width", values=("thousands", "plain")),
    "radicals": Combination(labels="radicals", form=OLDER),
    "variants of labels": Combination(labels="variants", wordings="variants"),
    "explained labels": Combination(labels="explained", form=OLDER, values=("signed", "plain")),
    "numbers of labels lost": Combination(labels="unnumbered"),
    "misspelt labels": Combination(labels="misspelt"),
    "zeros left blank": Combination(values=("blank zeros",), shapes=("merged", "wide")),
    "zeros as slashes and dashes": Combination(values=("slashes", "placeholders", "plain")),
    "counting words": Combination(values=("counted", "plain", "with unit")),
    "money in yuan": Combination(values=("in yuan", "with unit"), form="zfxxgk-2021"),
    "remarks in brackets": Combination(values=("remarked",)),
    "lost spaces": Combination(values=("lost spaces",)),
    "changes with signs": Combination(form=OLDER, values=("signed",), container="one sheet xlsx"),
    "nothing merged": Combination(shapes=("bare",), labels="split"),
    "figures merged otherwise": Combination(form=OLDER, shapes=("shifted",)),
    "tables cut in two": Combination(shapes=("cut",)),
    "tables cut with repeated headers": Combination(shapes=("cut often",), values=("blank zeros", "plain")),
    "a table for each band": Combination(shapes=("by bands",), wordings="variants"),
    "a table for each band in the older form": Combination(shapes=("by bands",), form=OLDER, labels="split"),
    "a table for each group of rows": Combination(shapes=("by groups",), values=("counted", "plain")),
    "merged cells repeated": Combination(shapes=("repeated",), container="scattered docx"),
    "merged cells repeated on a sheet": Combination(shapes=("repeated",), container="one sheet xlsx", form=OLDER),
    "rows in another order": Combination(shapes=("shuffled",)),
    "headers lost": Combination(shapes=("without header",), values=("slashes", "plain")),
    "half a header lost": Combination(shapes=("short header",)),
    "half a header lost and labels misspelt": Combination(shapes=("short header",), labels="misspelt"),
    "half a header lost on a page": Combination(
        shapes=("short header",), labels="variants", container="page html", values=("slashes", "plain")
    ),
    "half a header lost on a sheet": Combination(
        shapes=("short header",), labels="explained", container="sheets xlsx", values=("blank zeros", "plain")
    ),
    "rows lost": Combination(shapes=("lost rows",)),
    "the older row in the newer form": Combination(shapes=("older row",)),
    "columns of subtotals": Combination(shapes=("subtotal",)),
    "a total beside its table": Combination(shapes=("lost total",)),
    "sentences above tables": Combination(shapes=("introduced", "titled")),
    "a workbook of several sheets": Combination(container="sheets xlsx"),
    "a workbook of several sheets in the older form": Combination(container="sheets xlsx", form=OLDER),
    "everything on one sheet": Combination(container="one sheet xlsx", values=("blank zeros", "thousands", "plain")),
    "one sheet without blank rows": Combination(container="dense xlsx", labels="split"),
    "a sheet with nothing merged": Combination(container="one sheet xlsx", shapes=("bare",), labels="variants"),
    "a sheet with subtotals": Combination(container="sheets xlsx", shapes=("subtotal",), values=("plain",)),
    "a sheet with tables cut": Combination(container="one sheet xlsx", shapes=("cut often", "by bands")),
    "a sheet without headers": Combination(container="sheets xlsx", shapes=("without header", "short header")),
    "a saved page": Combination(container="page html"),
    "a saved page in the older form": Combination(
        container="page html", form=OLDER, values=("slashes", "placeholders", "plain")
    ),
    "a saved page with split labels": Combination(
        container="page html", labels="split", values=("blank zeros", "padded"), wordings="variants"
    ),
    "a saved page with tables taken apart": Combination(
        container="page html", shapes=("by bands", "cut often", "introduced"), traps=("headings",)
    ),
    "a saved page with half a title": Combination(container="page html", title="bare", source="publication"),
    "a saved page without title": Combination(container="page html", title="none"),
    "a saved page with contents": Combination(
        container="page html", traps=("contents", "headings"), numbering="digits"
    ),
    "a saved page with odd tables": Combination(
        container="page html",
        shapes=("bare", "wide", "repeated", "shuffled", "subtotal", "lost rows", "lost total", "titled", "by groups"),
    ),
    "a pasted page": Combination(container="pasted page html", labels="vertical", values=("full width", "thousands")),
    "a pasted page in the older form": Combination(
        container="pasted page html", form=OLDER, labels="explained", values=("blank zeros", "signed")
    ),
    "a pasted page with radicals": Combination(
        container="pasted page html", form=OLDER, labels="radicals", numbering="part", shapes=("shifted",)
    ),
    "a pasted page with a signature": Combination(
        container="pasted page html", title="no agency", source="signature", numbering="none", wordings="variants"
    ),
    "text with a cell a line": Combination(container="cell a line txt"),
    "text with a cell a line in the older form": Combination(
        container="cell a line txt", form=OLDER, values=("slashes", "plain")
    ),
    "text with wrapped labels": Combination(
        container="cell a line txt",
        labels="wrapped",
        values=("thousands", "full width", "counted"),
        shapes=("introduced",),
    ),
    "text with labels one character a line": Combination(
        container="cell a line txt", labels="vertical", values=("slashes", "placeholders", "counted", "plain")
    ),
    "text with labels one character a line in the older form": Combination(
        container="cell a line txt", labels="vertical", form=OLDER, values=("padded", "plain", "thousands")
    ),
    "text with split labels": Combination(
        container="cell a line txt", labels="split", values=("full width", "with unit", "plain")
    ),
    "text with split labels in the older form": Combination(
        container="cell a line txt", labels="split", form=OLDER, shapes=("merged", "cut often", "introduced")
    ),
    "text without headers": Combination(container="cell a line txt", shapes=("without header in text",)),
    "text with contents": Combination(container="cell a line txt", traps=("contents", "headings"), numbering="spaced"),
    "text with radicals and remarks": Combination(
        container="cell a line txt", labels="radicals", values=("placeholders", "remarked", "lost spaces", "plain")
    ),
    "text cut by pages": Combination(container="cell a line txt", shapes=("cut", "cut often"), title="no year"),
    "text with a row a line": Combination(container="row a line txt"),
    "text with a row a line and blanks": Combination(
        container="row a line txt", labels="half width", values=("blank zeros", "plain")
    ),
    "text with a row a line in the older form": Combination(
        container="row a line txt", form=OLDER, values=("slashes", "signed")
    ),
    "text in markdown": Combination(
        container="markdown txt", numbering="markdown", values=("blank zeros", "thousands")
    ),
    "text in markdown with headers repeated": Combination(
        container="markdown txt", form=OLDER, labels="variants", shapes=("cut often",)
    ),
    "text from a spreadsheet": Combination(
        container="tabbed txt", labels="split", values=("blank zeros", "in yuan", "with unit")
    ),
    "text from a spreadsheet with odd tables": Combination(
        container="tabbed txt", shapes=("bare", "wide", "repeated", "shuffled", "subtotal", "introduced", "titled")
    ),
    "text from a spreadsheet in the older form": Combination(container="tabbed txt", form=OLDER, title="no year"),
    "text with bars on every line": Combination(container="barred cell a line txt"),
    "text with bars and nothing merged": Combination(
        container="barred cell a line txt", shapes=("bare",), labels="variants", values=("counted", "thousands")
    ),
    "text with bars in the older form": Combination(
        container="barred cell a line txt", form=OLDER, values=("blank zeros", "slashes", "plain")
    ),
    "everything at once": Combination(
        wordings="variants",
        labels="split",
        values=("full width", "thousands", "padded", "counted", "slashes", "placeholders", "remarked", "with unit"),
        shapes=("merged", "bare", "wide", "cut", "cut often", "by bands", "introduced"),
        traps=("headings",),
        container="scattered docx",
    ),
}
