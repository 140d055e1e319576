// Package cite says how a dossier is cited: every document, every record that rests on its paragraphs, and every view
// with its filters and its day. All of it goes through one [Item], shaped as the Citation Style Language's JSON, from which
// the footnotes of two styles and the files of reference managers are written.
//
// The two styles are the full note of the Chicago Manual of Style, 17th edition, and the footnote of the Modern
// Humanities Research Association, 4th edition, as the published CSL styles chicago-fullnote-bibliography and
// modern-humanities-research-association write them. A test holds our words against those of the processor
// citeproc-js, character for character.
package cite
