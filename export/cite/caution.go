package cite

// Caution says what a style leaves out of a footnote that its writer must know: MHRA's published style has no sign for
// a doubtful date and none for a missing one. It is empty where nothing is lost.
func (s Style) Caution(cites ...Cite) string {
	doubtful, missing := false, false
	for _, c := range cites {
		doubtful = doubtful || c.Item.Issued != nil && c.Item.Issued.Circa
		missing = missing || c.Item.Issued == nil
	}
	switch {
	case s == MHRA && doubtful:
		return "A date here is approximate or uncertain, for which this style has no sign: write c. or a question mark yourself."
	case s == MHRA && missing:
		return "A date is missing here, of which this style says nothing: write [n.d.] yourself."
	}
	return ""
}
