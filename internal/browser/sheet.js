// The name of the sheet on which the page is printed, and whether its size says landscape.
(() => {
  const name = getComputedStyle(document.body).page;
  let size = "";
  const look = rules => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule) {
        if (rule.selectorText === (name === "auto" ? "" : name)) size = rule.style.getPropertyValue("size") || size;
      } else if (rule.cssRules) look(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) look(sheet.cssRules);
  return size.includes("landscape");
})()
