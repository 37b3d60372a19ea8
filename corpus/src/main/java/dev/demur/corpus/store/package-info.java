/// What a home keeps of members' records and of the corpus made from them: two Iceberg tables
/// bucketed by member, from which a member can be removed to the last byte.
///
/// Open [dev.demur.corpus.store.MemberTable] first, then [dev.demur.corpus.store.Minimiser], which
/// says what may be stored at all, and [dev.demur.corpus.store.ContentRoot].
@NullMarked
package dev.demur.corpus.store;

import org.jspecify.annotations.NullMarked;
