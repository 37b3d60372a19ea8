package dev.demur.home;

/// What a training did.
///
/// @param trained slices that were computed
/// @param kept slices whose checkpoint already was what it should be
/// @param documents rows with text, over all slices
/// @param duplicates rows among them that an earlier one of the same shard made needless
/// @param tokens trained on, over the computed slices
/// @param seconds wall clock
public record TrainReport(
    int shards,
    int slices,
    int trained,
    int kept,
    long documents,
    long duplicates,
    long tokens,
    double seconds) {}
