package dev.demur.home.lineage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A job that makes data from data.
///
/// @param name as its command is called
/// @param description what it does, in a sentence
/// @param inputs what it reads
/// @param asOf the instant of its decisions, where it has one
public record Job(String name, String description, List<Dataset> inputs, Optional<Instant> asOf) {
  public Job {
    inputs = List.copyOf(inputs);
  }
}
