package dev.demur.learn.model.layer;

/// Arrays for gradients on their way back, shared by all blocks of a model, since one block is at
/// work at a time.
public final class Scratch {
  /// The gradient of a normalised input, `float[rows][hidden]`.
  final Buffer normalised = new Buffer();

  /// In the feed-forward layer, `float[rows][intermediate]`.
  final Buffer gates = new Buffer();

  final Buffer ups = new Buffer();

  /// In attention: of queries and of the heads' outputs, `float[rows][heads * head size]`; of keys
  /// and values, `float[rows][key-value heads * head size]`.
  final Buffer mixed = new Buffer();

  final Buffer queries = new Buffer();
  final Buffer keys = new Buffer();
  final Buffer values = new Buffer();
}
