// The words of a text as the site's own search has them (domain/fold says the rule): the same word is the same text
// however its letters are stored, with capitals or without, with accents or without.
(function () {
  "use strict";

  const letter = /\p{L}/u;
  const mark = /\p{M}/u;
  const accented = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Han}]/u;
  const replaced = { đ: "d", ð: "d", ħ: "h", ł: "l", ø: "o", ŧ: "t", þ: "th", æ: "ae", œ: "oe" };

  function fold(word) {
    let folded = "";
    let kept = false; // the marks that follow
    for (const sign of word.normalize("NFD")) {
      const letters = sign.toLowerCase().toUpperCase().toLowerCase();
      if (!mark.test(sign)) kept = letter.test(letters) && !accented.test(letters);
      else if (!kept) continue;
      folded += replaced[letters] || letters;
    }
    return folded.normalize("NFC");
  }

  // words are runs of letters, marks and digits, and each Chinese character by itself.
  function words(text) {
    const runs = text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}])+/gu) || [];
    return runs.map(fold).filter(Boolean);
  }

  // searched makes a text ready for many searches.
  const searched = (text) => " " + words(text).join(" ");

  // found reports whether every word that is looked for begins a word of such a text; signs that make no word are in none.
  function found(wanted, text) {
    return wanted.length > 0 && wanted.every((word) => text.includes(" " + word));
  }

  window.pourparlerWords = { words, searched, found };
})();
