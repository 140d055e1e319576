package invented

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// common are the words that a summary uses most, the first of them in nearly every sentence.
var common = strings.Fields(`the of to and a in that for on with by as its not at be from is both this no or all any
	talks meeting proposal delegation conference letter reply date venue party parties government committee side sides
	asks offers insists accepts refuses delays suggests expects regrets recalls repeats welcomes doubts rejects invites
	before after until unless while without within against toward between about early late new next first second third
	spring summer autumn winter month week year days agenda border river harbour treaty tariff fishing railway bridge
	cable minutes speech article draft list seat host chair envoy adviser expert observer preparatory bilateral secret
	public written oral joint separate equal open closed full short long postponed agreed disputed binding provisional`)

var (
	onsets = strings.Fields("b br d dr f g gr h k kl l m n p pr r s sk st t tr v w")
	vowels = strings.Fields("a e i o u ai ea or")
	codas  = strings.Fields("l n r st ck m nd s th rn")
)

// characters are those that Chinese words and names are made of.
var characters = []rune("会谈代表团信函日期地点建议答复两党边界河流港口条约协定会议共同声明时间接受拒绝推迟邀请")

// vocabularySize is how many words there are, common and invented.
const vocabularySize = 4000

// Words returns the vocabulary of the summaries, the most common word first. Some are Chinese.
var Words = sync.OnceValue(func() []string {
	d := newDraw(seedName, 0)
	words, seen := append([]string(nil), common...), map[string]bool{}
	for len(words) < vocabularySize {
		word := syllables(d, d.between(2, 3))
		if len(words)%40 == 0 {
			word = chinese(d, d.between(2, 4))
		}
		if !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
	}
	return words
})

func syllables(d draw, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(one(d, onsets) + one(d, vowels))
	}
	return b.String() + one(d, codas)
}

func chinese(d draw, n int) string {
	word := make([]rune, n)
	for i := range word {
		word[i] = one(d, characters)
	}
	return string(word)
}

// word returns a word of the vocabulary, common ones more often.
func (d draw) word() string {
	words, share := Words(), d.Float64()
	return words[int(float64(len(words))*share*share*share)]
}

// sentence returns so many words as a sentence, now and then with a comma or a word in quotation marks.
func (d draw) sentence(low, high int) string {
	b := make([]byte, 0, 128)
	for i := range d.between(low, high) {
		word := d.word()
		switch n := d.IntN(100); {
		case i == 0:
			word = capital(word)
		case n < 8:
			b = append(b, ", "...)
		case n < 9:
			b, word = append(b, ' '), `"`+word+`"`
		default:
			b = append(b, ' ')
		}
		b = append(b, word...)
	}
	return string(append(b, '.'))
}

func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
