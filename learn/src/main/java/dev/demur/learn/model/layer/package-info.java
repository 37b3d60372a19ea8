/// The layers of the language model, one file each, with the backward pass written by hand beside
/// the forward pass. Open [dev.demur.learn.model.layer.Block] first.
///
/// Common to all: activations are `float[rows][width]` arrays, row-major, one row for each token of
/// the batch. `forward` keeps what `backward` needs, so the two are called in turn on one batch.
/// Gradients of weights are added to what is there; whoever starts a step sets them to zero.
@NullMarked
package dev.demur.learn.model.layer;

import org.jspecify.annotations.NullMarked;
