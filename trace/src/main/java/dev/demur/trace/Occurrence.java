package dev.demur.trace;

import dev.demur.model.MemberId;
import dev.demur.model.RecordId;

/// One place in the corpus where some words stand.
///
/// @param word number of the first of them in the record's text, from 0
public record Occurrence(MemberId member, RecordId record, int word) {}
