package dev.demur.server;

/// One record to be read and decided.
///
/// @param mayKeep whether what it says of a special category is in doubt
public record ReviewPage(
    String record, String member, String category, String text, boolean mayKeep) {}
