/// The language model: a decoder in the style of Llama, trained and run in plain Java. Open
/// [dev.demur.learn.model.Trainer] first, then [dev.demur.learn.model.layer.Block].
@NullMarked
package dev.demur.learn.model;

import org.jspecify.annotations.NullMarked;
