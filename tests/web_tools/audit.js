// Shows pages in frames of given widths and colour schemes and lets axe judge each; `source`, `pages`, `widths` and
// `schemes` stand before this script. What was found is written down in the element with the id "found".
async function audit(name, width, scheme) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:900px;border:0;color-scheme:${scheme}`;
  frame.srcdoc = pages[name];
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  const shown = frame.contentWindow;
  shown.eval(source);
  const results = await shown.axe.run();
  const found = {
    page: name,
    width: shown.innerWidth,
    scheme: shown.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    content_width: shown.document.documentElement.scrollWidth,
    rules: results.passes.map((each) => each.id),
    violations: results.violations.map((each) => `${each.id}: ${each.help}: ${each.nodes[0].html}`),
  };
  frame.remove();
  return found;
}

(async () => {
  const found = [];
  for (const name in pages) {
    for (const width of widths) {
      for (const scheme of schemes) {
        found.push(await audit(name, width, scheme));
      }
    }
  }
  const written = document.createElement("pre");
  written.id = "found";
  written.textContent = JSON.stringify(found);
  document.body.append(written);
})();
