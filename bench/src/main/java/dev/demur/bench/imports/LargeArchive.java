package dev.demur.bench.imports;

import dev.demur.archive.sample.SampleFormat;
import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One large archive made of a sample network: every file holds what the members' files of that
/// name hold, one member after the other.
///
/// @param zip the archive
/// @param unpacked the same as a folder
/// @param files those of the folder, for readers that know no archives
/// @param bytes of all files
/// @param network the members' own archives, one zip each
record LargeArchive(
    SampleFormat format, Path zip, Path unpacked, List<Path> files, long bytes, Path network) {
  private static final long SEED = 11;

  static LargeArchive make(SampleFormat format, int members, Path folder) throws IOException {
    Path network = folder.resolve(format.code());
    SampleNetwork.write(new SampleSettings(members, SEED).in(format), network);
    Path unpacked = folder.resolve(format.code() + "-files");
    var joining = new Joining(unpacked);
    for (Path archive : list(network.resolve("archives"))) {
      joining.add(archive);
    }
    joining.finish();
    Path zip = folder.resolve(format.code() + ".zip");
    List<Path> files = list(unpacked);
    pack(unpacked, files, zip);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return new LargeArchive(format, zip, unpacked, files, bytes, network.resolve("archives"));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void pack(Path root, List<Path> files, Path zip) throws IOException {
    try (var out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16))) {
      for (Path file : files) {
        out.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
