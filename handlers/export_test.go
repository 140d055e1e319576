package handlers

// Tables returns the names of all tables in addresses, for the test that looks for them in the guide.
func Tables() []string { return tableNames() }
