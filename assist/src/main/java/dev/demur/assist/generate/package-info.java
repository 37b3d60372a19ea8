/// Writes with a language model, word by word, each word subject to the guard.
///
/// Open [dev.demur.assist.generate.Writer] first.
@NullMarked
package dev.demur.assist.generate;

import org.jspecify.annotations.NullMarked;
