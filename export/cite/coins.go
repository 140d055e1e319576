package cite

import "net/url"

// zotero names the types of item that COinS passes on in its Dublin Core dialect, as Zotero reads them.
var zotero = map[Type]string{Letter: "letter", Newspaper: "newspaperArticle", Archival: "manuscript", Document: "document",
	Treaty: "document", Dataset: "dataset", Webpage: "webpage"}

// COinS returns the item as an OpenURL context object in the key/encoded-value form of ANSI/NISO Z39.88, for the title of
// an empty span of class Z3988, where reference managers look for it. link is the address of the page.
func (i Item) COinS(link string) string {
	v := pairs{{"ctx_ver", "Z39.88-2004"}, {"rfr_id", "info:sid/pourparler"}}
	switch i.Type {
	case Book:
		v.add("rft_val_fmt", "info:ofi/fmt:kev:mtx:book").add("rft.genre", "book").add("rft.btitle", i.Title)
	case Chapter:
		v.add("rft_val_fmt", "info:ofi/fmt:kev:mtx:book").add("rft.genre", "bookitem").add("rft.atitle", i.Title).
			add("rft.btitle", i.ContainerTitle)
	default:
		v.add("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc").add("rft.type", zotero[i.Type]).add("rft.title", i.Title).
			add("rft.source", i.ContainerTitle).add("rft.description", i.Note)
	}
	i.coinsAuthors(&v)
	v.add("rft.publisher", i.Publisher).add("rft.place", i.PublisherPlace).add("rft.date", i.coinsDate()).
		add("rft.pages", i.Page).add("rft.language", i.Language).add("rft_id", link).add("rft.identifier", link)
	return v.String()
}

// coinsAuthors has the first author as the corporation that the format has room for, and the others as names. Zotero
// turns several corporations around; it takes a name apart unless a comma, the only one, says that all before it is one.
func (i Item) coinsAuthors(v *pairs) {
	for n, author := range i.Author {
		if n == 0 {
			v.add("rft.aucorp", author.Literal)
			continue
		}
		v.add("rft.au", uncommaed.Replace(author.Literal)+",")
	}
}

// coinsDate is a plain date as ISO 8601 has it, and any other in words.
func (i Item) coinsDate() string {
	switch {
	case i.Issued == nil:
		return ""
	case len(i.Issued.Parts) == 1 && i.Issued.Season == 0 && !i.Issued.Circa:
		return i.Issued.EDTF()
	}
	return i.Issued.words(dayFirst)
}

// pairs are keys with their values, in order.
type pairs [][2]string

// add appends a pair unless the value is empty.
func (p *pairs) add(key, value string) *pairs {
	if value != "" {
		*p = append(*p, [2]string{key, value})
	}
	return p
}

// String joins the pairs as an address has them.
func (p pairs) String() string {
	words := make([]string, len(p))
	for i, kv := range p {
		words[i] = kv[0] + "=" + url.QueryEscape(kv[1])
	}
	return join("&", words...)
}
