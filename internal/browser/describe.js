// describe tells what Element in keyboard.go holds of an element that has the
// keyboard. It stands in front of the scripts there.
const looks = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow",
  "backgroundColor", "borderTopColor", "borderBottomColor", "borderTopWidth",
  "borderBottomWidth", "color", "textDecorationLine"];

const look = (element) => {
  const style = getComputedStyle(element);
  const bare = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0;
  return looks.filter((name) => !(bare && name.startsWith("outline")))
    .map((name) => style[name]).join(";");
};

const describe = (element) => {
  element.scrollIntoView({block: "nearest", inline: "nearest", behavior: "instant"});
  const box = element.getBoundingClientRect();
  const focused = look(element);
  element.blur();
  const plain = look(element);
  element.focus({preventScroll: true});
  return {
    Name: element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") +
      [...element.classList].map((name) => "." + name).join(""),
    Text: (element.innerText || element.value || "").trim().slice(0, 80),
    Href: element.getAttribute("href") || "",
    InWindow: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 &&
      box.top < innerHeight && box.left < innerWidth,
    Marked: focused !== plain,
  };
};
