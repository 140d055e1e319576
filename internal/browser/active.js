// Describes the element that has the keyboard; see Element in keyboard.go.
(() => {
  const element = document.activeElement || document.body;
  const marks = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow",
    "backgroundColor", "borderTopColor", "borderBottomColor", "borderTopWidth",
    "borderBottomWidth", "color", "textDecorationLine"];
  const look = () => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0;
    return marks
      .filter((mark) => !(outline && mark.startsWith("outline")))
      .map((mark) => mark + style[mark]).join(";");
  };
  const box = element.getBoundingClientRect();
  const name = element.tagName.toLowerCase() +
    (element.id ? "#" + element.id : "") +
    [...element.classList].map((each) => "." + each).join("");
  const focused = look();
  element.blur();
  const plain = look();
  element.focus({preventScroll: true});
  return {
    Name: name,
    Text: (element.innerText || element.value || "").trim().slice(0, 80),
    Href: element.getAttribute("href") || "",
    InWindow: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 &&
      box.top < innerHeight && box.left < innerWidth,
    Marked: focused !== plain,
  };
})()
