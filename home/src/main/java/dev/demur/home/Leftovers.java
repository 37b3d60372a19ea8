package dev.demur.home;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Looks for members' ids in every file under a home, byte by byte.
///
/// Ids of fewer than five characters are not looked for: they stand in any file by chance.
/// Compressed table files are read by the tables' own checks.
final class Leftovers {
  private static final int SHORTEST = 5;
  private static final int CHUNK = 1 << 20;

  private Leftovers() {}

  /// The files, relative to the root, that hold any of the ids.
  ///
  /// @param except a folder that is not looked into
  static List<String> of(Path root, Collection<MemberId> members, Path except) throws IOException {
    List<byte[]> needles =
        members.stream()
            .map(member -> member.value().getBytes(StandardCharsets.UTF_8))
            .filter(bytes -> bytes.length >= SHORTEST)
            .toList();
    List<String> found = new ArrayList<>();
    if (needles.isEmpty()) {
      return found;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).filter(f -> !f.startsWith(except)).sorted().toList();
    }
    Needles wanted = new Needles(needles);
    for (Path file : files) {
      if (holdsAny(file, wanted)) {
        found.add(root.relativize(file).toString());
      }
    }
    return found;
  }

  private static boolean holdsAny(Path file, Needles needles) throws IOException {
    int overlap = needles.longest() - 1;
    try (var in = Files.newInputStream(file)) {
      byte[] window = new byte[CHUNK + overlap];
      int kept = 0;
      for (int read = in.readNBytes(window, 0, CHUNK); read > 0; ) {
        int length = kept + read;
        if (needles.anyIn(window, length)) {
          return true;
        }
        kept = Math.min(overlap, length);
        System.arraycopy(window, length - kept, window, 0, kept);
        read = in.readNBytes(window, kept, CHUNK);
      }
      return false;
    } catch (NoSuchFileException _) {
      return false; // gone between the listing and the look
    }
  }
}
