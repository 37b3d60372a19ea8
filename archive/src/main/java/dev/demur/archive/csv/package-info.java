/// Comma-separated tables as they really come: other delimiters, stray quotes, broken rows.
///
/// Open [dev.demur.archive.csv.CsvReader] first.
@NullMarked
package dev.demur.archive.csv;

import org.jspecify.annotations.NullMarked;
