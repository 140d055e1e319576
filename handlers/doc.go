// Package handlers answers HTTP requests: each handler parses the request, asks the record, renders a page or a file.
// It is the only package that knows echo, and gives the program an [http.Handler].
package handlers
