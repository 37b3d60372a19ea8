/// Texts as vectors, computed in process by a public model that never learns from members.
///
/// Open [dev.demur.assist.embed.Embedder] first.
@NullMarked
package dev.demur.assist.embed;

import org.jspecify.annotations.NullMarked;
