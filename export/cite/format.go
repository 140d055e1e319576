package cite

import (
	"bytes"
	"encoding/json"
)

// Format is a file of items that a reference manager reads.
type Format struct {
	Suffix string // with its dot, as addresses end
	Media  string // media type
	Label  string // for a reader
	write  func(*bytes.Buffer, []Item)
}

// Formats returns all formats.
func Formats() []Format {
	return []Format{
		{".bib", "application/x-bibtex; charset=utf-8", "BibTeX (biblatex)", biblatex},
		{".ris", "application/x-research-info-systems; charset=utf-8", "RIS", ris},
		{".csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", cslJSON},
	}
}

// Write returns a file of items, each once.
func (f Format) Write(items ...Item) []byte {
	var out bytes.Buffer
	var once []Item
	seen := map[string]bool{}
	for _, i := range items {
		if !seen[i.ID] {
			once = append(once, i)
		}
		seen[i.ID] = true
	}
	f.write(&out, once)
	return out.Bytes()
}

func cslJSON(out *bytes.Buffer, items []Item) {
	for n, i := range items {
		if i.words != "" && i.words == i.ContainerTitle && i.capitals() {
			items[n].ContainerTitle = `<span class="nocase">` + i.words + `</span>` // which keeps a style from giving it capitals
		}
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	_ = encoder.Encode(items) // text and numbers into a buffer cannot fail
}
