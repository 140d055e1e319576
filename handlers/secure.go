package handlers

import "net/http"

// policy lets a page use nothing but the site's own style sheet, images and forms.
const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// always are the headers that every answer of every site has.
var always = http.Header{
	"Content-Security-Policy":    {policy},
	"X-Content-Type-Options":     {"nosniff"},
	"Referrer-Policy":            {"same-origin"},
	"Cross-Origin-Opener-Policy": {"same-origin"},
	"Permissions-Policy":         {"camera=(), microphone=(), geolocation=()"},
	"Vary":                       {"Accept-Encoding"},
}
