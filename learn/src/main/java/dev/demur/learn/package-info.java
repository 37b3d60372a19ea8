/// Tokenizer, language model, trainer, exact forgetting.
@NullMarked
package dev.demur.learn;

import org.jspecify.annotations.NullMarked;
