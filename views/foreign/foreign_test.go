package foreign_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pourparler/views/foreign"
)

func TestPassages(t *testing.T) {
	type passage struct {
		Text, Lang string
		RightLeft  bool
	}
	for text, want := range map[string][]passage{
		"": nil, "The Board’s reply – no": nil, "Ответ, 1921": nil, "हिन्दी": nil,
		"ועד הנמל, 7 May 1964":       {{"ועד הנמל", "", true}},
		"reply to ועד 5 הנמל (1921)": {{"ועד 5 הנמל", "", true}},
		"ועד and הנמל":               {{"ועד", "", true}, {"הנמל", "", true}},
		"لجنة، 7":                    {{"لجنة", "", true}},
		"Deng 邓小平, 1964":             {{"邓小平", "zh", false}},
		"《人民日报》社论":                   {{"《人民日报》社论", "zh", false}},
		"北京 5 会议":                    {{"北京 5 会议", "zh", false}},
		"東京の会議":                      {{"東京の会議", "ja", false}},
		"한국 서울":                      {{"한국 서울", "ko", false}},
		"北京 ועד":                     {{"北京", "zh", false}, {"ועד", "", true}},
	} {
		var got []passage
		for _, p := range foreign.Passages(text) {
			got = append(got, passage{text[p.Start:p.End], p.Lang, p.RightLeft})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Passages(%q) (-want +got):\n%s", text, diff)
		}
	}
	if got, want := foreign.Isolated("ועד, 7 and הנמל"), "\u2068ועד\u2069, 7 and \u2068הנמל\u2069"; got != want {
		t.Errorf("Isolated = %q, want %q", got, want)
	}
}
