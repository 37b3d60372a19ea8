package dev.demur.server;

/// What somebody without an account sees of their case.
///
/// @param state in words
/// @param due the day by which there must be an answer
public record VisitorCasePage(String id, String state, String due) {}
