// Measures the page in its window; see Layout in layout.go.
(() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  const scrolls = (element) => {
    for (let e = element.parentElement; e && e !== document.body && e !== root; e = e.parentElement) {
      if (getComputedStyle(e).overflowX !== "visible") {
        return true;
      }
    }
    return false;
  };
  const wide = [];
  if (root.scrollWidth > width) {
    for (const element of document.body.querySelectorAll("*")) {
      if (element.getBoundingClientRect().right + scrollX > width + 0.5 && !scrolls(element)) {
        wide.push(element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") +
          [...element.classList].map((each) => "." + each).join(""));
      }
    }
  }
  return {WindowWidth: width, ScrollWidth: root.scrollWidth, TooWide: wide.slice(0, 5)};
})()
