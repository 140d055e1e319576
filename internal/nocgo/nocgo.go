// Package sqlite3 stands in for the SQLite engine in C that
// gorm.io/driver/sqlite imports for its driver. We give that package
// connections of another engine, and so nothing of the C one is used; but
// wherever there is a C compiler, each build would compile it.
package sqlite3
