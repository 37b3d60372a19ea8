/// Which texts say what an earlier one has said.
///
/// Open [dev.demur.corpus.dedup.NearDuplicates] first.
@NullMarked
package dev.demur.corpus.dedup;

import org.jspecify.annotations.NullMarked;
