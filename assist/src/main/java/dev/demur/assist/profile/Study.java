package dev.demur.assist.profile;

import java.util.Optional;

/// A degree and the school it is from, as one record says.
public record Study(Optional<Fact> school, Optional<Fact> degree) {}
