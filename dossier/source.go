package dossier

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// maxFile is the largest file read, in bytes: some thousand pages.
const maxFile = 16 << 20

// source is the text of one file. Own is the id of the document that it describes, if it does.
type source struct {
	name string
	text string
	own  string

	problems int      // reported so far
	lines    []string // split when a problem is first shown
	runes    []rune   // of the line shown last
	shown    int      // its number
}

// load returns the text of a file, with the byte order mark and carriage returns that editors add
// removed.
func load(fsys fs.FS, name string) (*source, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, reasonOf(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, reasonOf(err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("file is larger than %d MB: divide it", maxFile>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return &source{name: name, text: strings.ReplaceAll(string(data), "\r\n", "\n")}, nil
}

func reasonOf(err error) error {
	if pathErr, ok := err.(*fs.PathError); ok {
		err = pathErr.Err
	}
	return fmt.Errorf("file cannot be read: %w", err)
}

// line returns the characters of the line of that number, counted from 1.
func (s *source) line(number int) []rune {
	if s.lines == nil {
		s.lines = strings.Split(s.text, "\n")
	}
	if number < 1 || number > len(s.lines) {
		return nil
	}
	if s.shown != number {
		s.shown, s.runes = number, []rune(s.lines[number-1])
	}
	return s.runes
}

// flaw is a place in a text and what is wrong with it.
type flaw struct {
	line, column int
	message      string
}

// flaws returns every character that a text file should not have.
func (s *source) flaws() []flaw {
	var found []flaw
	line, column := 1, 0
	for i := 0; i < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		column++
		switch {
		case r == '\n':
			line, column = line+1, 0
		case r == utf8.RuneError && size == 1:
			found = append(found, flaw{line, column, fmt.Sprintf("byte %#x is not UTF-8: save the file as UTF-8", s.text[i])})
		case unfit(r) && r != '\t':
			found = append(found, flaw{line, column, unfitMessage(r)})
		}
		i += size
	}
	return found
}

// unfit reports whether a character has no business in a text: controls, among them the unit
// separator that exports put between values, and code points that are no characters.
func unfit(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r == 0x2028, r == 0x2029, r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

func unfitMessage(r rune) string {
	name := "control character"
	switch r {
	case 0:
		name = "NUL character"
	case '\t':
		name = "tab"
	case '\r':
		name = "carriage return"
	case 0x1f:
		name = "unit separator, which exports use between values"
	case 0x2028, 0x2029:
		name = "Unicode line separator"
	case 0xfeff:
		name = "byte order mark inside the text"
	case 0xfffe, 0xffff:
		name = "code point that is no character"
	}
	return fmt.Sprintf("U+%04X is a %s: remove it", r, name)
}
