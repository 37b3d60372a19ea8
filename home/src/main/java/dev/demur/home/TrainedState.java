package dev.demur.home;

/// What the latest training was asked for. Format: `docs/reference/home.md`.
///
/// @param snapshot the id of the snapshot trained on
/// @param base SHA-256 of the base model's weights
/// @param shards how many adapters are merged
/// @param slices how many checkpoints each of them has
public record TrainedState(String snapshot, String base, int shards, int slices) {
  TrainedState on(String otherSnapshot) {
    return new TrainedState(otherSnapshot, base, shards, slices);
  }
}
