package domain

// Rules that hold for any record.
const (
	RuleIDForm    Rule = "ids are well formed"
	RuleIDOnce    Rule = "an id is used once"
	RuleIDRetired Rule = "a retired id is not used again"
	RuleRetired   Rule = "a retired id points to a record that exists"
	RuleKnown     Rule = "an id names a record that exists"
	RuleGiven     Rule = "what a record cannot do without is given"
	RuleTwice     Rule = "nothing stands twice"
	RuleWord      Rule = "words come from their fixed set"
	RuleLanguage  Rule = "language tags are well formed"
)

// Rules about evidence.
const (
	RuleCited     Rule = "every statement is cited"
	RuleParagraph Rule = "a cited paragraph exists"
	RuleCiteHeld  Rule = "only documents that are held are cited"
	RuleEvidence  Rule = "a record cites its own document"
	RuleVoice     Rule = "a party speaks in a document of its own"
	RuleMade      Rule = "nothing is made after the document that reports it"
	RuleMadeIn    Rule = "the document in which a proposal was made fits its report"
)

// Rules about documents and names.
const (
	RuleEdition       Rule = "a held document has a numbered edition"
	RuleDocumentDates Rule = "a document is dated before it is delivered or published"
	RuleReply         Rule = "a reply is no earlier than what it answers"
	RuleRecipients    Rule = "a document is not both sent to a party and withheld from it"
	RulePrinted       Rule = "what a publication prints has a place of its own in it"
	RuleSpelling      Rule = "a spelling comes from a document that is held"
	RuleForm          Rule = "lists use declared forms of a name"
)

// Rules about lists, seats and meetings.
const (
	RuleNumbers     Rule = "numbers claimed and counted agree or a note says why not"
	RuleAgain       Rule = "a list is given again no earlier than first or a note says why"
	RuleSeat        Rule = "a contested seat stands on a list"
	RuleClaimant    Rule = "views of a seat are about those who claim it"
	RuleFulfils     Rule = "a meeting fulfils proposals made before it"
	RuleSessions    Rule = "sessions are in order and within the meeting"
	RuleSession     Rule = "a statement names a session that took place"
	RuleSpeaker     Rule = "a speaker sits in a delegation of the meeting"
	RuleSpeaksFor   Rule = "a statement is made for the party of its speaker's delegation"
	RuleAnswersPrev Rule = "a statement answers an earlier one"
)

// Rules about proposals, responses, claims and overrides.
const (
	RuleAddressee    Rule = "no party addresses itself"
	RuleReported     Rule = "a reported proposal says when it was made"
	RuleTerm         Rule = "a term says something"
	RuleTermShape    Rule = "a term holds only what belongs to its kind"
	RuleEarlier      Rule = "a proposal relates to an earlier one"
	RuleSameTrack    Rule = "related proposals share a track"
	RuleOwnProposal  Rule = "a party amends its own proposals and counters those of others"
	RuleCounterTold  Rule = "a counter-proposal is recorded as a response too"
	RuleOrder        Rule = "a response is no earlier than its proposal or says why"
	RuleOwnStance    Rule = "only its own proposal, or its acceptance, can a party take back"
	RuleSilence      Rule = "silence is alleged, never recorded"
	RuleOffered      Rule = "a term that is answered was offered"
	RuleCounter      Rule = "a counter-proposal is made by the responding party on the same track"
	RuleCounterLater Rule = "a counter-proposal is no earlier than what it counters"
	RuleRivals       Rule = "rival claims are two and share a question"
	RuleOverride     Rule = "an override is of a term that its proposal states"
)

// Rules between two releases of a dossier; see [Since].
const (
	RuleKept    Rule = "an id of an earlier release is kept or retired"
	RuleMeaning Rule = "an id means the same in every release"
	RuleRelease Rule = "a release number stands for one record"
)

// Rule says in a few words what must hold. It is also a heading of docs/checks.md, where it is explained.
type Rule string

// Rules returns all rules in the order in which they are explained.
func Rules() []Rule {
	return []Rule{
		RuleIDForm, RuleIDOnce, RuleIDRetired, RuleRetired, RuleKnown, RuleGiven, RuleTwice, RuleWord, RuleLanguage,
		RuleCited, RuleParagraph, RuleCiteHeld, RuleEvidence, RuleVoice, RuleMade, RuleMadeIn,
		RuleEdition, RuleDocumentDates, RuleReply, RuleRecipients, RulePrinted, RuleSpelling, RuleForm,
		RuleNumbers, RuleAgain, RuleSeat, RuleClaimant, RuleFulfils, RuleSessions, RuleSession, RuleSpeaker,
		RuleSpeaksFor, RuleAnswersPrev,
		RuleAddressee, RuleReported, RuleTerm, RuleTermShape, RuleEarlier, RuleSameTrack, RuleOwnProposal,
		RuleCounterTold, RuleOrder, RuleOwnStance, RuleSilence, RuleOffered, RuleCounter, RuleCounterLater, RuleRivals,
		RuleOverride,
		RuleKept, RuleMeaning, RuleRelease,
	}
}

// String returns the rule as it is written.
func (r Rule) String() string { return string(r) }
