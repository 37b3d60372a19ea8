/// Finds what identifies people in running text and puts typed placeholders in its place.
///
/// The text is split into words once; each recogniser then looks only at the places it cares about
/// (digits, at signs, colons, words that may be names), does bounded work at each, and needs no
/// regular expression. Open [dev.demur.corpus.redact.Redactor] first, then
/// [dev.demur.corpus.redact.Scan] and any recogniser.
@NullMarked
package dev.demur.corpus.redact;

import org.jspecify.annotations.NullMarked;
