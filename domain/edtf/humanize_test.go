package edtf_test

import (
	"testing"

	"pourparler/domain/edtf"
)

func TestHumanize(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"day", "1964-05-07", "7 May 1964"},
		{"month", "1964-05", "May 1964"},
		{"year", "1964", "1964"},
		{"early year", "0044", "AD 44"},
		{"year 0", "0000", "1 BC"},
		{"negative year", "-0043", "44 BC"},
		{"negative day", "-0043-03-15", "15 March 44 BC"},
		{"long year", "Y170000002", "year 170,000,002"},
		{"long negative year", "Y-17E7", "year 170,000,001 BC"},
		{"significant digits", "1950S2", "1900-1999, estimated 1950"},
		{"long significant", "Y3388E2S3", "338,000-338,999, estimated 338,800"},
		{"local time", "1985-04-12T23:20:30", "12 April 1985, 23:20:30"},
		{"UTC", "1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"},
		{"offset", "1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30"},

		{"spring", "1964-21", "spring 1964"},
		{"autumn", "1964-23", "autumn 1964"},
		{"winter in two years", "1964-24", "winter 1964-1965"},
		{"winter before year 0", "-0043-24", "winter 44-43 BC"},
		{"winter into AD", "0000-24", "winter 1 BC-AD 1"},
		{"northern", "1964-27", "autumn 1964 (northern hemisphere)"},
		{"southern", "1964-30", "summer 1964-1965 (southern hemisphere)"},
		{"southern winter", "1964-32", "winter 1964 (southern hemisphere)"},
		{"quarter", "1964-34", "second quarter of 1964"},
		{"quadrimester", "1964-39", "third four months of 1964"},
		{"half", "1964-41", "second half of 1964"},
		{"season of a decade", "196X-23", "autumn of the 1960s"},

		{"about", "1965-05~", "about May 1965"},
		{"uncertain", "1965-05?", "May 1965 (uncertain)"},
		{"both", "1965-05%", "about May 1965 (uncertain)"},
		{"about a season", "1964-23~", "about autumn 1964"},
		{"year uncertain", "2004?-06-11", "11 June 2004 (year uncertain)"},
		{"group", "2004-06~-11", "11 June 2004 (year and month approximate)"},
		{"one each", "?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"},
		{"component both", "2004-%06-11", "11 June 2004 (month uncertain and approximate)"},
		{"season uncertain", "1964-?23", "autumn 1964 (season uncertain)"},
		{"every component", "?1964-?05", "May 1964 (uncertain)"},

		{"decade", "196X", "1960s"},
		{"about a decade", "196X~", "about the 1960s"},
		{"century", "19XX", "some year 1900-1999"},
		{"early decade", "004X", "some year AD 40-49"},
		{"from BC to AD", "0XXX", "some year 1 BC-AD 999"},
		{"negative decade", "-004X", "some year 50-41 BC"},
		{"any year", "XXXX", "some year"},
		{"any negative year", "-XXXX", "some year 10,000-2 BC"},
		{"gap in year", "1X64", "some year from 1064 to 1964, 1X64"},
		{"some month", "1964-XX", "some month of 1964"},
		{"some month of a decade", "196X-XX", "some month of the 1960s"},
		{"late month", "1964-1X", "October, November or December 1964"},
		{"two months", "1964-X1", "January or November 1964"},
		{"early month", "1964-0X", "some month from January to September of 1964"},
		{"some day", "1964-05-XX", "some day of May 1964"},
		{"some day of the year", "1964-XX-XX", "some day of 1964"},
		{"Christmas", "156X-12-25", "25 December of the 1560s"},
		{"December of any year", "XXXX-12-XX", "some day of December of some year"},
		{"part of a day", "1964-05-1X", "some day from 10 May 1964 to 19 May 1964, 1964-05-1X"},
		{"anywhere", "-1X64-0X-1X",
			"some day from 10 January 1965 BC to 19 September 1065 BC, -1X64-0X-1X"},
		{"one day fits", "1964-X0-10", "10 October 1964"},

		{"days of a month", "1964-10-10/1964-10-25", "10-25 October 1964"},
		{"days of a year", "1964-09-28/1964-10-03", "28 September to 3 October 1964"},
		{"days of two years", "1964-12-28/1965-01-03", "28 December 1964 to 3 January 1965"},
		{"months of a year", "1964-06/1964-07", "June-July 1964"},
		{"half a year", "1965-01/1965-06", "January-June 1965"},
		{"months of two years", "1964-06/1965-01", "June 1964 to January 1965"},
		{"years", "1964/1965", "1964-1965"},
		{"years BC", "-0043/-0030", "44-31 BC"},
		{"long years", "Y12345/Y12346", "year 12,345 to year 12,346"},
		{"mixed", "1964-05-07/1964-06", "7 May 1964 to June 1964"},
		{"month and its day", "1964-05/1964-05-07", "May 1964 to 7 May 1964"},
		{"seasons", "1964-21/1964-23", "spring 1964 to autumn 1964"},
		{"decades", "196X/197X", "1960s to 1970s"},
		{"one day", "1964-05-07/1964-05-07", "7 May 1964"},
		{"end uncertain", "1964-07/1964-10?", "July-October 1964 (end uncertain)"},
		{"start uncertain", "1964-07?/1964-10", "July-October 1964 (start uncertain)"},
		{"both uncertain", "1964-07?/1964-10?", "July-October 1964 (uncertain)"},
		{"both about", "1964~/1965~", "about 1964-1965"},
		{"start about", "1964-07~/1964-10", "about July 1964 to October 1964"},
		{"all different", "1964-07~/1964-10?",
			"about July 1964 to October 1964 (end uncertain)"},
		{"component of an end", "1964-07/1964-?10",
			"July-October 1964 (end month uncertain)"},
		{"open end", "1964-05/..", "from May 1964, end open"},
		{"unknown end", "1964-05/", "from May 1964, end unknown"},
		{"open start", "../1964-12-15", "by 15 December 1964"},
		{"unknown start", "/1964-12-15", "until 15 December 1964, start unknown"},
		{"about, open", "1964-05~/..", "from about May 1964, end open"},

		{"one of two days", "[1964-05-07,1964-05-08]", "7 May or 8 May 1964"},
		{"two days", "{1964-05-07,1964-05-08}", "7 and 8 May 1964"},
		{"days of two months", "{1964-05-07,1964-06-08}", "7 May and 8 June 1964"},
		{"days of two years", "[1964-05-07,1965-05-07]", "7 May 1964 or 7 May 1965"},
		{"three months", "[1964-05,1964-06,1964-07]", "May, June or July 1964"},
		{"same month twice", "{1964-05,1964-05-07}", "May 1964 and 7 May 1964"},
		{"doubt", "[1964-05-07?,1964-05-08]", "7 May 1964 (uncertain) or 8 May 1964"},
		{"years of a set", "[1964,1965]", "1964 or 1965"},
		{"one member", "[1964-05]", "May 1964"},
		{"range", "[1667,1668,1670..1672]", "1667, 1668 or 1670-1672"},
		{"range of days", "[1964-05-07..1964-05-09,1964-05-12]", "7-9 May 1964 or 12 May 1964"},
		{"range first", "{1670..1672,1675}", "1670-1672 and 1675"},
		{"or earlier", "[..1760-12-03]", "3 December 1760 or earlier"},
		{"or later", "[1760-12..]", "December 1760 or later"},
		{"and earlier", "{..1984}", "1984 and earlier"},
		{"unspecified members", "[196X,1964-XX]", "1960s or some month of 1964"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := mustParse(t, test.text).Humanize(); got != test.want {
				t.Errorf("Humanize(%s) = %q, want %q", test.text, got, test.want)
			}
		})
	}
}

func TestHumanizeNotStated(t *testing.T) {
	if got := (edtf.Date{}).Humanize(); got != "not stated" {
		t.Errorf("Humanize of the zero Date = %q, want %q", got, "not stated")
	}
}
