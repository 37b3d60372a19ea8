/// Mastodon's archives: collections of ActivityStreams, and the tables fetched beside them.
///
/// Open [dev.demur.archive.mastodon.MastodonReading] first.
@NullMarked
package dev.demur.archive.mastodon;

import org.jspecify.annotations.NullMarked;
