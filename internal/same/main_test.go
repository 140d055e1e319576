package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDifferences(t *testing.T) {
	before := answers{"GET /a": []byte("one"), "GET /b": []byte("two"), "GET /c": []byte("three")}
	after := answers{"GET /a": []byte("one"), "GET /b": []byte("too"), "GET /d": []byte("")}
	want := []string{"GET /b differs at byte 1", "GET /c is gone", "GET /d is new"}
	if diff := cmp.Diff(want, before.differences(after)); diff != "" {
		t.Errorf("differences (-want +got):\n%s", diff)
	}
	if same := before.differences(before); len(same) > 0 {
		t.Errorf("differences of the same = %q", same)
	}
}
