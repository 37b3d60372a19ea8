/// A platform's own records: JSON Lines as `docs/reference/platform-records.md` says, or tables
/// (CSV, JSON Lines, Parquet, a database query) with a mapping file. Open [PlatformSource] first.
@NullMarked
package dev.demur.archive.platform;

import org.jspecify.annotations.NullMarked;
