package export

import (
	"fmt"
	"strconv"
	"strings"

	"pourparler/domain/table"
)

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	linkSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packSpace = "http://schemas.openxmlformats.org/package/2006/"
	mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// packageLinks lead from the file to its workbook and to what it says of itself.
const packageLinks = `<Relationships xmlns="` + packSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + linkSpace + `/officeDocument" Target="xl/workbook.xml"/>` +
	`<Relationship Id="rId2" Type="` + packSpace + `relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`</Relationships>`

// styles are the looks of cells, in the order of the kinds: none, then the name of a column, text, an integer, a day, words
// to be read, and true or false.
const styles = `<styleSheet xmlns="` + mainSpace + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// frame writes the parts that name all sheets, when it is known how many there are.
func (b *book) frame(f File) error {
	for _, p := range []struct{ name, text string }{
		{"xl/styles.xml", styles}, {"xl/workbook.xml", b.workbook()}, {"xl/_rels/workbook.xml.rels", b.links()},
		{"docProps/core.xml", core(f)}, {"[Content_Types].xml", b.types()}} {
		if err := b.part(p.name, p.text); err != nil {
			return err
		}
	}
	return nil
}

// workbook names the sheets, and the cells that the filter of each is over, which some programs look for here.
func (b *book) workbook() string {
	var sheets, names strings.Builder
	for i, s := range b.sheets {
		n := strconv.Itoa(i + 1)
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%s" r:id="rId%s"/>`, xmlText(s.name), n, n)
		if s.columns > 0 {
			fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!$A$1:$%s$%d</definedName>`,
				i, xmlText(s.name), letters(s.columns-1), s.rows)
		}
	}
	return `<workbook xmlns="` + mainSpace + `" xmlns:r="` + linkSpace + `"><bookViews><workbookView/></bookViews><sheets>` + sheets.String() +
		`</sheets>` + `<definedNames>` + names.String() + `</definedNames></workbook>`
}

func (b *book) links() string {
	var all strings.Builder
	for i := range b.sheets {
		fmt.Fprintf(&all, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, linkSpace, i+1)
	}
	fmt.Fprintf(&all, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, len(b.sheets)+1, linkSpace)
	return `<Relationships xmlns="` + packSpace + `relationships">` + all.String() + `</Relationships>`
}

func (b *book) types() string {
	var all strings.Builder
	for i := range b.sheets {
		fmt.Fprintf(&all, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, mediaType)
	}
	return `<Types xmlns="` + packSpace + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + mediaType + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + mediaType + `styles+xml"/>` + all.String() +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
}

// core is what programs show as the properties of the file.
func core(f File) string {
	a := f.About
	return `<cp:coreProperties xmlns:cp="` + packSpace + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:title>` + xmlText(f.Title) + `</dc:title><dc:subject>` + xmlText(a.Title) + `</dc:subject><dc:description>` + xmlText(a.Source) +
		`</dc:description><cp:version>` + xmlText(a.Release) + `</cp:version></cp:coreProperties>`
}

func xmlText(s string) string {
	return strings.ReplaceAll(string(appendXML(nil, []byte(s))), `"`, "&quot;")
}

var (
	codebookWidths = []int{26, 26, 10, 10, 40, 80}
	aboutWidths    = []int{26, 100}
)

// codebook is the sheet that describes the columns.
func codebook(columns []table.Column) [][]string {
	rows := [][]string{{"column", "title", "type", "several", "values", "meaning"}}
	for _, c := range columns {
		rows = append(rows, []string{c.Name, c.Title, string(c.Type), strconv.FormatBool(c.List), strings.Join(c.Values, table.Separator), c.Doc})
	}
	return rows
}

// about is the sheet that says where the rows come from.
func (b *book) about(f File, rows int) [][]string {
	a := f.About
	all := [][]string{{"what", "this file"}, {"Table", f.Title + " (" + f.Name + ")"}, {"Dossier", a.Title + " (" + a.Dossier + ")"},
		{"Release", a.Release}, {"Released", a.Released}, {"As of", a.AsOf}}
	for _, s := range a.Filters {
		all = append(all, []string{"Filter: " + s.Name, s.Value})
	}
	return append(all, []string{"Rows", strconv.Itoa(rows)}, []string{"SHA-256 of the rows as CSV", b.sum()},
		[]string{"Cells cut", b.cut.String()}, []string{"Address", a.Address}, []string{"Source", a.Source}, []string{"Licence of the record", a.Licence},
		[]string{"An empty cell", "says that the texts do not say: not no, none or zero"},
		[]string{"Dates in columns of type edtf", "are EDTF (ISO 8601-2) and stay texts; columns of type day are dates where Excel knows the day, else texts"})
}
