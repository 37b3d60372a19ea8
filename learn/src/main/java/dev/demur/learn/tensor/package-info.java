/// Dense arrays of numbers and what is computed on them. Open [dev.demur.learn.tensor.Tensor]
/// first.
@NullMarked
package dev.demur.learn.tensor;

import org.jspecify.annotations.NullMarked;
