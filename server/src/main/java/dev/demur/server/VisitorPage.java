package dev.demur.server;

import org.jspecify.annotations.Nullable;

/// The objection form for people without an account.
///
/// @param name what was sent, to be put right
/// @param error what must be put right, or null
public record VisitorPage(
    ObjectionPage form, String name, String otherNames, String contact, @Nullable String error) {}
