/// The sample network: members who never lived, whose archives look like real ones.
///
/// Everything is a function of a seed. A member's archive depends on the seed and the member's
/// number, never on how many members are written, so a network of 300 is the beginning of one of
/// 3,000. Open [dev.demur.archive.sample.SampleNetwork] first, then `Person` (what is decided
/// before a word is written) and `LinkedInArchive` (which file is written by whom).
@NullMarked
package dev.demur.archive.sample;

import org.jspecify.annotations.NullMarked;
