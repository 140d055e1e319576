package cite

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// risTypes are the codes of RIS.
var risTypes = map[Type]string{Letter: "PCOMM", Newspaper: "NEWS", Chapter: "CHAP", Book: "BOOK", Archival: "MANSCPT",
	Document: "GEN", Treaty: "GEN", Dataset: "DATA", Webpage: "ELEC"}

// ris writes items in the RIS format: a tag, two spaces, a hyphen, a space and the value, lines ended by CR LF, each item
// closed by ER.
func ris(out *bytes.Buffer, items []Item) {
	for _, i := range items {
		tag(out, "TY", risTypes[i.Type])
		tag(out, "ID", i.ID)
		risNames(out, "AU", i.Author)
		risNames(out, "A2", i.Recipient)
		risNames(out, "A4", i.Translator)
		tag(out, "TI", i.Title)
		tag(out, "T2", i.ContainerTitle)
		i.risDates(out)
		from, to, _ := strings.Cut(i.Page, "-")
		for _, t := range [][2]string{{"PB", i.Publisher}, {"CY", i.PublisherPlace}, {"SP", from}, {"EP", to}, {"M3", i.Genre},
			{"AN", i.ArchiveLocation}, {"DB", i.Archive}, {"LA", i.Language}, {"UR", i.URL}, {"N1", join(" ", i.Note, i.risWords())}} {
			tag(out, t[0], t[1])
		}
		out.WriteString("ER  - \r\n\r\n")
	}
}

func tag(out *bytes.Buffer, name, value string) {
	if value != "" {
		fmt.Fprintf(out, "%s  - %s\r\n", name, value)
	}
}

// risNames writes names without their commas: RIS has no corporate names, and readers take what is behind a comma for a
// given name.
func risNames(out *bytes.Buffer, name string, list []Name) {
	for _, n := range list {
		tag(out, name, uncommaed.Replace(n.Literal))
	}
}

var uncommaed = strings.NewReplacer(", ", " ", ",", " ")

// risDates writes the year, and the date as year/month/day/words; the words say what numbers cannot. A date without a year
// of its own, such as one with an open end, has no place there: see [Item.risWords].
func (i Item) risDates(out *bytes.Buffer) {
	if i.Issued == nil || len(i.Issued.Parts) == 0 {
		return
	}
	numbers := []string{"", "", "", ""}
	tag(out, "PY", strconv.Itoa(i.Issued.Parts[0][0]))
	for n, part := range i.Issued.Parts[0] {
		numbers[n] = fmt.Sprintf("%02d", part)
	}
	if words := i.Issued.words(dayFirst); len(i.Issued.Parts) != 1 || i.Issued.Season != 0 {
		numbers[3] = words
	}
	if i.Issued.Circa {
		numbers[3] = "about " + i.Issued.words(dayFirst)
	}
	tag(out, "DA", strings.Join(numbers, "/"))
}

// risWords is a date that RIS has no numbers for, in words for a note.
func (i Item) risWords() string {
	if i.Issued == nil {
		return ""
	}
	return wrap("Date: ", i.Issued.Literal, ".")
}
