// Tables of a published copy: words narrow a table down, its headings order it. Everything is done with the rows that
// the page holds; without this script the table is whole and in its own order.
(function () {
  "use strict";

  const { words, searched, found } = window.pourparlerWords;

  function wordsOf(row) {
    const hints = Array.from(row.querySelectorAll("[title]"), (e) => e.title);
    return searched(Array.from(row.cells, (c) => c.textContent).concat(hints).join(" "));
  }

  // order puts the rows, given in the order of the table, in that of a column, in which the cells are numbered; those
  // without a value come last in either direction. Equal ones keep the order of the table, as on a site that is served.
  function order(table, all, column, down) {
    const rows = all.map((row) => ({ row, place: Number(row.cells[column].dataset.order) || Infinity }));
    rows.sort((a, b) => (a.place === b.place ? 0 : a.place === Infinity || b.place === Infinity || !down ? a.place - b.place : b.place - a.place));
    table.tBodies[0].append(...rows.map((r) => r.row));
  }

  function orderable(table) {
    const heads = Array.from(table.tHead.rows[0].cells);
    const rows = Array.from(table.tBodies[0].rows);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent.replace(/ [↑↓]$/, "");
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        order(table, rows, column, down);
      });
    });
  }

  // finder puts a field above a table whose words every shown row has.
  function finder(table) {
    const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, text: wordsOf(row) }));
    const tools = document.createElement("p");
    tools.className = "finder";
    const label = document.createElement("label");
    const field = document.createElement("input");
    const count = document.createElement("span");
    field.type = "search";
    count.setAttribute("role", "status");
    label.append("Words in this table: " + table.caption.textContent + " ", field);
    tools.append(label, " ", count);
    (table.closest(".scroll") || table).before(tools);
    field.addEventListener("input", () => {
      const wanted = words(field.value);
      const asked = field.value.trim() !== "";
      let shown = 0;
      rows.forEach(({ row, text }) => {
        row.hidden = asked && !found(wanted, text);
        if (!row.hidden) shown++;
      });
      count.textContent = asked ? shown + " of " + rows.length + " rows" : "";
    });
  }

  document.querySelectorAll("table.records").forEach((table) => {
    if (!table.tHead || table.tBodies[0].rows.length < 2) return;
    orderable(table);
    if (table.tBodies[0].rows.length > 7) finder(table);
  });
})();
