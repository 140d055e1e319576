// Package publish writes a site as plain files that need no server: they stand on any web host under any prefix, and
// open by double click from a disk. It asks the site's handler in-process, follows the site's own links, gives each
// address a file, and makes every link lead from file to file. What files cannot answer (filters, orders, days on which
// nothing happened) is left out, and the links to it become words; see docs/decisions/static-site.md.
package publish
