package dev.demur.model;

/// A use of data that a decision is asked about: what for, and by whom.
public record Use(Purpose purpose, Recipient recipient) {}
