package cite

// Caution says what the writer of a footnote must know: that nobody has told its title, publisher and place apart, so that
// the style could not put them in their places. It is empty where nothing is to be said.
func (s Style) Caution(cites ...Cite) string {
	for _, c := range cites {
		if c.Item.words != "" {
			return "Where this was published is recorded in words that are not taken apart: put title, publisher and place in the order of " +
				string(s) + " yourself."
		}
	}
	return ""
}
