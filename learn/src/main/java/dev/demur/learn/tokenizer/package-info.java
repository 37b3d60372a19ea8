/// Text to numbers and back: byte-level byte-pair encoding in the files of Hugging Face.
///
/// Open [dev.demur.learn.tokenizer.Tokenizer] first, then
/// [dev.demur.learn.tokenizer.TokenizerTraining].
@NullMarked
package dev.demur.learn.tokenizer;

import org.jspecify.annotations.NullMarked;
