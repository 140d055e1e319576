package invented

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"pourparler/domain"
)

// How many there are of those who take part.
const (
	partyCount    = 40
	personCount   = 80
	principals    = 6 // parties that speak on one track
	signatories   = 2
	namesOfPlaces = 24
)

// names returns so many different invented names.
func names(offset, n int) []string {
	d, seen := newDraw(seedName, offset), map[string]bool{}
	var all []string
	for len(all) < n {
		if name := capital(syllables(d, 2)); !seen[name] {
			seen[name] = true
			all = append(all, name)
		}
	}
	return all
}

// partyIDs are the ids of the parties in the order of the record.
var partyIDs = sync.OnceValue(func() []string { return idsOf(names(1, partyCount)) })

func idsOf(names []string) []string {
	ids := make([]string, len(names))
	for i, name := range names {
		ids[i] = strings.ToLower(name)
	}
	return ids
}

// Parties returns the parties, which are the same in every size.
func Parties() []domain.Party {
	kinds := []domain.PartyKind{domain.PartyParty, domain.PartyParty, domain.PartyGovernment, domain.PartyOrganisation}
	parties := make([]domain.Party, partyCount)
	for i, name := range names(1, partyCount) {
		d := newDraw(seedName, 100+i)
		parties[i] = domain.Party{ID: partyIDs()[i], Name: "Workers' League of " + name, Short: name, Kind: kinds[i%len(kinds)],
			Country: name, Names: []domain.Name{{Text: chinese(d, 4), Lang: "zh-Hans"}}}
	}
	return parties
}

func persons() []domain.Person {
	persons := make([]domain.Person, personCount)
	for i, name := range names(2, personCount) {
		d := newDraw(seedName, 200+i)
		persons[i] = domain.Person{ID: personID(i), Name: name, Parties: []string{partyIDs()[i%partyCount]},
			Names: []domain.Name{{Text: chinese(d, 3), Lang: "zh-Hans"}}}
	}
	return persons
}

func personID(i int) string { return fmt.Sprintf("person-%02d", i) }

// placeIDs are the ids of the places.
var placeIDs = sync.OnceValue(func() []string { return idsOf(names(3, namesOfPlaces)) })

func places() []domain.Place {
	places, countries := make([]domain.Place, namesOfPlaces), names(1, partyCount)
	for i, name := range names(3, namesOfPlaces) {
		places[i] = domain.Place{ID: placeIDs()[i], Name: name, Country: countries[i]}
	}
	return places
}

// Tracks returns the tracks, which are the same in every size.
func Tracks() []domain.Track {
	titles := []string{"Border talks", "River tolls", "Trade treaty", "Fishing grounds", "Prisoners", "Air routes", "Debts",
		"Students abroad", "Broadcasts", "Summit", "Preparatory meeting", "World conference"}
	tracks := make([]domain.Track, len(titles))
	for i, title := range titles {
		id := strings.ToLower(strings.ReplaceAll(title, " ", "-"))
		tracks[i] = domain.Track{ID: id, Title: title, Meeting: i%2 == 0 || i > 8}
	}
	return tracks
}

var trackIDs = sync.OnceValue(func() []string {
	var ids []string
	for _, t := range Tracks() {
		ids = append(ids, t.ID)
	}
	return ids
})

// Speakers returns the parties that speak on the track at a place among [Tracks], each once.
func Speakers(track int) []string { return slices.Clone(speakers(track)) }

func speakers(track int) []string { return allSpeakers()[track] }

var allSpeakers = sync.OnceValue(func() [][]string {
	all := make([][]string, len(trackIDs()))
	for track := range all {
		for i := range principals {
			all[track] = append(all[track], partyIDs()[(track*3+i*i+i)%partyCount])
		}
	}
	return all
})
