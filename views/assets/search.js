// The search of a published copy. The records come from copy/records.js, as [kind, title, words, link].
(function () {
  "use strict";

  const most = 200; // findings shown at once

  const { words: wordsOf, searched, found: has } = window.pourparlerWords;

  const records = (window.pourparlerRecords || []).map(([kind, title, words, link]) => (
    { kind, title, words, link, head: searched(title), all: searched(kind + " " + title + " " + words) }));

  // find returns the records with every word, those first whose title has them.
  function find(asked) {
    const wanted = wordsOf(asked);
    const found = records.filter((r) => has(wanted, r.all));
    const rank = (r) => wanted.filter((w) => !has([w], r.head)).length;
    return found.map((r) => ({ r, rank: rank(r) })).sort((a, b) => a.rank - b.rank).map(({ r }) => r);
  }

  // marked returns a text with its passages that are read from the right, or are Chinese, in elements of their own.
  function marked(text) {
    const passage = /(\p{Script=Han}+|[\p{Script=Hebrew}\p{Script=Arabic}]+(?:[^\p{L}]+[\p{Script=Hebrew}\p{Script=Arabic}]+)*)/u;
    return text.split(passage).map((part, i) => {
      if (i % 2 === 0) return part;
      const apart = document.createElement("bdi");
      if (/\p{Script=Han}/u.test(part)) apart.lang = "zh";
      apart.append(part);
      return apart;
    });
  }

  function item(record) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    const kind = document.createElement("span");
    const words = document.createElement("p");
    link.href = record.link;
    link.append(...marked(record.title));
    kind.className = words.className = "quiet";
    kind.textContent = " – " + record.kind;
    words.append(...marked(record.words.length > 300 ? record.words.slice(0, 300) + " …" : record.words));
    line.append(link, kind, words);
    return line;
  }

  function told(asked, found) {
    if (!asked.trim()) return records.length + " records.";
    const words = found.length + " of " + records.length + " records";
    return found.length > most ? words + ", the first " + most + " shown: add a word." : words + ".";
  }

  const field = document.getElementById("words");
  function show() {
    const found = find(field.value);
    document.getElementById("findings").replaceChildren(...found.slice(0, most).map(item));
    document.getElementById("found").textContent = told(field.value, found);
  }
  document.getElementById("finder").hidden = false;
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", show);
  show();
})();
