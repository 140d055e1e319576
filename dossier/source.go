package dossier

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"
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

// at returns the character at a place, or 0.
func (s *source) at(line, column int) rune {
	runes := s.line(line)
	if column < 1 || column > len(runes) {
		return 0
	}
	return runes[column-1]
}

// asked returns the column of the question mark that makes what begins at a place a key, or 0.
func (s *source) asked(line, column int) int {
	before := s.line(line)
	before = before[:min(max(column-1, 0), len(before))]
	for i := len(before); i > 0; i-- {
		if before[i-1] == ' ' {
			continue
		}
		if before[i-1] == '?' {
			return i
		}
		return 0
	}
	return 0
}

// colon reports whether a colon follows in the same line on a key, in quotes or not.
func (s *source) colon(line, column int, key string) bool {
	rest := s.line(line)[column-1:]
	if quote := rest[0]; quote == '"' || quote == '\'' {
		end := slices.Index(rest[1:], quote)
		if end < 0 {
			return false
		}
		rest = rest[end+2:]
	} else {
		rest = rest[min(utf8.RuneCountInString(key), len(rest)):]
	}
	i := slices.IndexFunc(rest, func(r rune) bool { return r != ' ' })
	return i >= 0 && rest[i] == ':'
}

// further returns where a plain text that begins at a place goes on below its line, or 0.
func (s *source) further(line, column int, text string) (int, int) {
	runes := s.line(line)
	for _, r := range text {
		if column > len(runes) || runes[column-1] != r {
			return s.next(line)
		}
		column++
	}
	return 0, 0
}

// next returns where the first line below that is not empty begins.
func (s *source) next(line int) (int, int) {
	for i, text := range s.lines[line:] {
		if words := strings.TrimLeft(text, " "); words != "" {
			return line + i + 1, len(text) - len(words) + 1
		}
	}
	return line, 1
}

// below returns the lines of the block whose header is in a line, in something that is indented by
// indent.
func (s *source) below(line, indent int) []string {
	s.line(line)
	lines := s.lines[line:]
	for i, text := range lines {
		words := strings.TrimLeft(text, " ")
		if words != "" && len(text)-len(words) <= indent {
			return lines[:i]
		}
	}
	return lines
}

// flaws returns every character that a text file should not have, or as many as are listed.
func (s *source) flaws() (flaws []found) {
	line, column := 1, 0
	for i := 0; i < len(s.text) && len(flaws) <= maxProblems; {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		column++
		switch {
		case r == '\n':
			line, column = line+1, 0
		case r == utf8.RuneError && size == 1:
			flaws = append(flaws, found{line: line, column: column,
				message: fmt.Sprintf("byte %#x is not UTF-8: save the file as UTF-8", s.text[i])})
		case unfit(r):
			flaws = append(flaws, found{line: line, column: column, message: unfitMessage(r)})
		}
		i += size
	}
	return flaws
}

// unfit reports whether a character has no business in a text: controls, among them the unit
// separator that exports put between values, code points that are no characters, and embeddings,
// overrides and isolates, which turn around what stands beside the text on a page, with the deprecated
// characters beside them, which change how digits and letters are shown. The marks U+200E,
// U+200F and U+061C turn nothing but the punctuation beside them, and Hebrew and Arabic need them.
func unfit(r rune) bool {
	switch {
	case r == '\n':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f:
		return true
	case r == 0x2028, r == 0x2029, r == 0xfeff:
		return true
	}
	return unicode.Is(unicode.Noncharacter_Code_Point, r)
}

func unfitMessage(r rune) string {
	name := "control character"
	switch r {
	case '\t':
		return "U+0009 is a tab: write spaces"
	case 0x206a, 0x206b, 0x206c, 0x206d, 0x206e, 0x206f:
		name = "deprecated format character, which changes how others are shown"
	case 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069:
		name = "direction control, which turns around what stands beside it"
	case 0:
		name = "NUL character"
	case '\r':
		name = "carriage return"
	case 0x1f:
		name = "unit separator, which exports use between values"
	case 0x2028, 0x2029:
		name = "Unicode line separator"
	case 0xfeff:
		name = "byte order mark inside the text"
	}
	if unicode.Is(unicode.Noncharacter_Code_Point, r) {
		name = "code point that is no character"
	}
	return fmt.Sprintf("U+%04X is a %s: remove it", r, name)
}
