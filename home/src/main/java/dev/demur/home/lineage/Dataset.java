package dev.demur.home.lineage;

import java.util.Optional;

/// Something that jobs read or make, as events name it.
///
/// @param name e.g. `corpus`
/// @param version a digest of what it holds; empty when the job does not know it
/// @param rows how many rows the job wrote to it; empty when it wrote none
public record Dataset(String name, Optional<String> version, Optional<Long> rows) {
  public static Dataset named(String name) {
    return new Dataset(name, Optional.empty(), Optional.empty());
  }

  public Dataset version(String digest) {
    return new Dataset(name, Optional.of(digest), rows);
  }

  public Dataset rows(long written) {
    return new Dataset(name, version, Optional.of(written));
  }
}
