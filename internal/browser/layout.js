// Measures the page in its window; see Layout in layout.go.
(() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  const nameOf = (element) => element.tagName.toLowerCase() +
    (element.id ? "#" + element.id : "") +
    [...element.classList].map((name) => "." + name).join("");
  const within = (element) => {
    for (let e = element.parentElement; e && e !== document.body && e !== root; e = e.parentElement) {
      if (getComputedStyle(e).overflowX !== "visible") {
        return true;
      }
    }
    return false;
  };
  const all = [...document.body.querySelectorAll("*")];
  const wide = all.filter((element) => root.scrollWidth > width &&
    element.getBoundingClientRect().right + scrollX > width + 0.5 && !within(element));
  const boxes = all.filter((element) => element.scrollWidth > element.clientWidth + 1 &&
    ["auto", "scroll"].includes(getComputedStyle(element).overflowX));
  return {
    WindowWidth: width,
    ScrollWidth: root.scrollWidth,
    TooWide: wide.slice(0, 5).map(nameOf),
    Boxes: boxes.slice(0, 5).map(nameOf),
  };
})()
