package dev.demur.home;

/// What a training did.
///
/// @param trained slices that were computed
/// @param kept slices whose checkpoint already was what it should be
/// @param documents rows with text, over all slices
/// @param tokens trained on, over the computed slices
/// @param seconds wall clock
public record TrainReport(
    int shards, int slices, int trained, int kept, long documents, long tokens, double seconds) {}
