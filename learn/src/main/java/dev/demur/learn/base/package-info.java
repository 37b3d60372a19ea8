/// The base: a tokenizer and a language model learnt from public text only, on which members'
/// adapters stand.
///
/// Open [dev.demur.learn.base.BaseTraining] first.
@NullMarked
package dev.demur.learn.base;

import org.jspecify.annotations.NullMarked;
