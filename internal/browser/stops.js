// Describes one control of each kind on the page, each while it has the
// keyboard. Controls of a kind share their element and classes, and those of
// the three elements around them.
const kindOf = (element) => {
  const names = [element.type || ""];
  for (let e = element, depth = 0; e && depth < 4; e = e.parentElement, depth++) {
    names.push(e.tagName + "." + [...e.classList].join("."));
  }
  return names.join(" ");
};

const seen = new Set();
const stops = [];
for (const element of document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex]")) {
  if (element.tabIndex < 0 || seen.has(kindOf(element))) {
    continue;
  }
  element.focus({preventScroll: true});
  if (document.activeElement === element) {
    seen.add(kindOf(element));
    stops.push(describe(element));
  }
}
return stops;
