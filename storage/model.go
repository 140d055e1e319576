package storage

import "pourparler/domain"

// dossierRow says how far the draft of a dossier is.
type dossierRow struct {
	ID      string
	Version int64
}

// recordRow is a record of the draft.
type recordRow struct {
	Dossier string
	Section domain.Section
	ID      string
	Ord     int64
	Body    string
	Version int64

	hash    []byte // see recordHash; of a record that is about to be written or was read
	blanked bool   // it has no body any more
}

// actRow is what took a dossier to a version.
type actRow struct {
	Dossier string
	Version int64
	By      string
	At      string
	Reason  string
	Undoes  int64
	Hash    []byte // see versionHash
}

// changeRow is what an act did to a record, whose body is nil where the record is not there.
type changeRow struct {
	Dossier   string
	Version   int64
	N         int
	Section   domain.Section
	ID        string
	OrdBefore int64
	OrdAfter  int64
	Before    *string
	After     *string
	Hash      []byte // see recordHash; of what the record says after, nil where it is not there any more
}

// blankedRow says why a text was taken out of the log, and which.
type blankedRow struct {
	Dossier string
	Section domain.Section
	ID      string
	Hash    []byte
	By      string
	At      string
	Reason  string
}

// releaseRow is a version that readers see or saw.
type releaseRow struct {
	Dossier string
	Version int64
	Number  string
	SHA256  string `gorm:"column:sha256"`
	At      string
	By      string
	Note    string
}

// linkRow says that a record of the draft refers to another.
type linkRow struct {
	Dossier   string
	ToSection domain.Section
	ToID      string
	Paragraph int
	Section   domain.Section
	ID        string
	Field     string
}

// TableName names the table for gorm.
func (dossierRow) TableName() string { return "dossiers" }

// TableName names the table for gorm.
func (recordRow) TableName() string { return "records" }

// TableName names the table for gorm.
func (actRow) TableName() string { return "acts" }

// TableName names the table for gorm.
func (changeRow) TableName() string { return "changes" }

// TableName names the table for gorm.
func (blankedRow) TableName() string { return "blanked" }

// TableName names the table for gorm.
func (releaseRow) TableName() string { return "releases" }

// TableName names the table for gorm.
func (linkRow) TableName() string { return "links" }
