package dev.demur.home;

import java.nio.file.Path;

/// Where everything lies in a home directory. `ARCHITECTURE.md` says of whose data each is a
/// function.
///
/// @param root the home directory
public record HomeLayout(Path root) {
  public Path keys() {
    return root.resolve("keys");
  }

  Path assignmentKey() {
    return keys().resolve("assignment.key");
  }

  public Path database() {
    return root.resolve("demur.db");
  }

  /// Which PostgreSQL database to use instead of a file of the home's own; usually not there.
  public Path databaseSettings() {
    return root.resolve("database.properties");
  }

  public Path warehouse() {
    return root.resolve("warehouse");
  }

  /// Copies of the programs that snapshots were built under, by SHA-256.
  Path programs() {
    return root.resolve("programs");
  }

  Path snapshot() {
    return root.resolve("snapshot.json");
  }

  Path training() {
    return root.resolve("training.json");
  }

  /// What the latest training was permitted by.
  Path permit() {
    return root.resolve("permit.json");
  }

  /// Where a vendor's model is; written by an operator, not by a job.
  Path vendor() {
    return root.resolve("vendor.json");
  }

  /// Where to tell what jobs do; written by an operator, usually not there.
  Path lineage() {
    return root.resolve("openlineage.yml");
  }

  /// Job files that members are shown, see `docs/reference/job-file.md`; there need not be any.
  public Path jobs() {
    return root.resolve("jobs");
  }

  /// Catalogues of occupations and skills, public releases.
  Path taxonomies() {
    return root.resolve("taxonomy");
  }

  Path adapters() {
    return root.resolve("adapters");
  }

  Path merged() {
    return root.resolve("merged");
  }

  Path trace() {
    return root.resolve("trace");
  }

  Path search() {
    return root.resolve("search");
  }

  Path statistics() {
    return root.resolve("statistics");
  }

  /// Of each shard, what it was made from last, and what came of it.
  Path seals() {
    return root.resolve("sealed");
  }

  /// The removals being worked; empty when none is.
  Path removal() {
    return root.resolve("removal");
  }

  /// Records on their way in, while an import runs; nobody needs them after it.
  Path incoming() {
    return root.resolve("incoming");
  }

  public Path outbox() {
    return root.resolve("outbox");
  }

  Path lock() {
    return root.resolve(".lock");
  }
}
