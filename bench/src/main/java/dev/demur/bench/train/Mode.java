package dev.demur.bench.train;

/// What is trained.
enum Mode {
  /// Every weight.
  FULL("full"),
  /// The Bs of an adapter of rank 8 on all seven projections, with every A frozen.
  LORA("LoRA");

  private final String words;

  Mode(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
