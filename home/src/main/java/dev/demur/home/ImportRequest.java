package dev.demur.home;

import dev.demur.archive.container.Limits;
import dev.demur.archive.platform.Mapping;
import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What to import.
///
/// @param paths archives (zips or folders; a folder of zips means each of them), files of records,
///   or with a mapping the platform's tables
/// @param facts a file as [Facts] reads it
/// @param member whose archive it is, when the archive does not say; only with a single one
/// @param mapping how the platform's tables become records
/// @param limits how much an archive may hold before it is refused
/// @param full whether to read a database from the beginning, not from where the last import ended
public record ImportRequest(
    List<Path> paths,
    Optional<Path> facts,
    Optional<MemberId> member,
    Optional<Mapping> mapping,
    Limits limits,
    boolean full) {
  public ImportRequest {
    paths = List.copyOf(paths);
    if (member.isPresent() && mapping.isPresent()) {
      throw new InputRefused(
          "--member and --mapping exclude each other: a table says in each row whose it is");
    }
    if (mapping.isPresent() && paths.isEmpty() && mapping.get().query().isEmpty()) {
      throw new InputRefused(
          mapping.get().file() + ": has no section jdbc; name the files that it describes");
    }
    if (mapping.isPresent() && !paths.isEmpty() && mapping.get().query().isPresent()) {
      throw new InputRefused(
          mapping.get().file() + ": has a section jdbc, so there are no files to read");
    }
  }
}
