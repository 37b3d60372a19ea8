/// The features that members and recruiters use: suggestions they review, edit and decide on.
///
/// Whatever proposes a text (the trained model, patterns of many members, the member's own facts),
/// the same two checks decide whether it is shown: it states nothing the member's records do not
/// say, and it holds nothing that too few members wrote. Open [dev.demur.assist.SuggestionService]
/// first.
@NullMarked
package dev.demur.assist;

import org.jspecify.annotations.NullMarked;
