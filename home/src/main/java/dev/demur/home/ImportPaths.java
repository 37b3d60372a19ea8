package dev.demur.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which archives and files the paths of an import mean.
final class ImportPaths {
  private ImportPaths() {}

  /// Every archive; a folder that holds nothing but zips means each of them.
  static List<Path> among(List<Path> paths) {
    List<Path> archives = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new InputRefused(path + ": there is no such file or folder");
      }
      List<Path> zips = Files.isDirectory(path) ? zipsIn(path) : List.of();
      archives.addAll(zips.isEmpty() ? List.of(path) : zips);
    }
    return archives;
  }

  private static List<Path> zipsIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> all = entries.sorted().toList();
      boolean onlyZips =
          all.stream().allMatch(e -> Files.isRegularFile(e) && e.toString().endsWith(".zip"));
      return onlyZips ? all : List.of();
    } catch (IOException e) {
      throw new InputRefused(folder + ": the folder cannot be read", e);
    }
  }

  /// Bytes on disk, files of a folder included.
  static long bytesOf(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new InputRefused(path + ": cannot be read", e);
    }
  }
}
