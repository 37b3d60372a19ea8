package dev.demur.bench.imports;

import dev.demur.archive.sample.SampleFormat;
import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One large archive made of a sample network: every file holds what the members' files of that
/// name hold, one member after the other.
///
/// @param zip what Demur reads
/// @param files the same, unpacked, for readers that know no archives
/// @param bytes of all files
/// @param network the members' own archives, one zip each
record LargeArchive(SampleFormat format, Path zip, List<Path> files, long bytes, Path network) {
  private static final long SEED = 11;
  private static final JsonMapper JSON = new JsonMapper();

  /// The lines above the header of `Connections.csv`.
  private static final int PREAMBLE_LINES = 3;

  static LargeArchive make(SampleFormat format, int members, Path folder) throws IOException {
    Path network = folder.resolve(format.code());
    SampleNetwork.write(new SampleSettings(members, SEED).in(format), network);
    Path unpacked = folder.resolve(format.code() + "-files");
    var joined = new TreeMap<String, JsonNode>();
    List<Path> archives = list(network.resolve("archives"));
    for (int i = 0; i < archives.size(); i++) {
      join(archives.get(i), i, unpacked, joined);
    }
    for (var entry : joined.entrySet()) {
      Path file = unpacked.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, assignment(entry.getKey()) + JSON.writeValueAsString(entry.getValue()));
    }
    Path zip = folder.resolve(format.code() + ".zip");
    List<Path> files = list(unpacked);
    pack(unpacked, files, zip);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return new LargeArchive(format, zip, files, bytes, network.resolve("archives"));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void join(
      Path archive, int member, Path unpacked, TreeMap<String, JsonNode> joined)
      throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : new ArrayList<>(zip.stream().toList())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        String name = joinedName(entry.getName(), member);
        if (name.endsWith(".csv")) {
          append(unpacked.resolve(name), text);
        } else if (name.endsWith(".json") || name.endsWith(".js")) {
          JsonNode json = JSON.readTree(text.substring(assignment(text, name)));
          joined.merge(name, json, LargeArchive::joined);
        }
      }
    }
  }

  /// A name without the member's number; a conversation stays one.
  private static String joinedName(String entry, int member) {
    return entry
        .replaceFirst("_\\d{5,}\\.csv$", ".csv")
        .replaceFirst("/inbox/([^/]+)/", "/inbox/$1%d/".formatted(member));
  }

  private static void append(Path file, String table) throws IOException {
    Files.createDirectories(file.getParent());
    boolean isFirst = !Files.exists(file);
    int from = 0;
    for (int skip = isFirst ? 0 : headLines(file); skip > 0; skip--) {
      from = table.indexOf('\n', from) + 1;
    }
    String rows = table.substring(from);
    String ended = rows.isEmpty() || rows.endsWith("\n") ? rows : rows + "\n";
    Files.writeString(file, ended, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /// Lines down to the header.
  static int headLines(Path table) {
    return table.endsWith("Connections.csv") ? PREAMBLE_LINES + 1 : 1;
  }

  /// Where the value starts in a script that assigns it.
  static int assignment(String text, String name) {
    return name.endsWith(".js") ? text.indexOf('=') + 1 : 0;
  }

  private static String assignment(String name) {
    if (!name.endsWith(".js")) {
      return "";
    }
    String base = name.substring(name.lastIndexOf('/') + 1, name.length() - ".js".length());
    return base.equals("manifest")
        ? "window.__THAR_CONFIG = "
        : "window.YTD.%s.part0 = ".formatted(base.replace('-', '_'));
  }

  private static JsonNode joined(JsonNode one, JsonNode other) {
    if (one instanceof ArrayNode list && other instanceof ArrayNode more) {
      list.addAll(more);
    } else if (one instanceof ObjectNode object && other instanceof ObjectNode more) {
      for (var member : more.properties()) {
        JsonNode before = object.get(member.getKey());
        object.set(
            member.getKey(),
            before == null ? member.getValue() : joined(before, member.getValue()));
      }
    }
    return one;
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
