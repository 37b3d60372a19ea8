package dev.demur.assist;

/// A text that may become a suggestion.
record Draft(Origin origin, String text) {}
