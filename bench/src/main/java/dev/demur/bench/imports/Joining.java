package dev.demur.bench.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Joins the archives of many members into the files of one member who did what all of them did.
///
/// Who the member is says the first archive; where others call their owners by name, the first
/// one's name is put.
final class Joining {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> OF_ONE =
      Set.of(
          "Profile.csv",
          "profile_information.json",
          "personal_information.json",
          "actor.json",
          "manifest.js",
          "account.js",
          "profile.js",
          "ageinfo.js");

  /// Members whose conversations of one number become one, as long as real ones are.
  private static final int CONVERSATIONS_JOINED = 20;

  /// The lines above the header of `Connections.csv`.
  private static final int PREAMBLE_LINES = 3;

  private final Path folder;
  private final Map<String, JsonNode> files = new TreeMap<>();
  private final Map<String, String> conversations = new TreeMap<>();
  private String owner = "";
  private int members;

  /// @param folder where tables are written as they are joined, and scripts and JSON at the end
  Joining(Path folder) {
    this.folder = folder;
  }

  void add(Path archive) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      String name = owner(zip);
      owner = members == 0 ? name : owner;
      int conversation = 0;
      for (ZipEntry entry : zip.stream().toList()) {
        String path = entry.getName().replaceFirst("_\\d{5,}\\.csv$", ".csv");
        boolean isConversation = path.contains("/inbox/");
        conversation += isConversation ? 1 : 0;
        String target = isConversation ? conversation(path, conversation) : path;
        if (members == 0 || !OF_ONE.contains(base(path))) {
          add(target, text(zip, entry), name);
        }
      }
    }
    members++;
  }

  private String owner(ZipFile zip) throws IOException {
    for (ZipEntry entry : zip.stream().toList()) {
      if (base(entry.getName()).equals("profile_information.json")) {
        return JSON.readTree(text(zip, entry)).at("/profile_v2/name/full_name").asString();
      }
    }
    return "";
  }

  private String conversation(String path, int number) {
    String key = members / CONVERSATIONS_JOINED + " " + number;
    return conversations.computeIfAbsent(key, k -> path);
  }

  private void add(String name, String text, String writer) throws IOException {
    if (name.endsWith(".csv")) {
      append(folder.resolve(name), text);
    } else if (name.endsWith(".json") || name.endsWith(".js")) {
      JsonNode json = JSON.readTree(text.substring(assignment(text, name)));
      files.merge(name, writer.equals(owner) ? json : renamed(json, writer), Joining::joined);
    }
  }

  private JsonNode renamed(JsonNode json, String writer) {
    return JSON.readTree(json.toString().replace(writer, owner));
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String base(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
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
    String base = base(name).replaceFirst("\\.js$", "");
    return base.equals("manifest")
        ? "window.__THAR_CONFIG = "
        : "window.YTD.%s.part0 = ".formatted(base.replace('-', '_'));
  }

  /// Lists one after the other; who takes part in a conversation, the first archive says.
  private static JsonNode joined(JsonNode one, JsonNode other) {
    if (one instanceof ArrayNode list && other instanceof ArrayNode more) {
      list.addAll(more);
    } else if (one instanceof ObjectNode object && other instanceof ObjectNode more) {
      for (var member : more.properties()) {
        JsonNode before = object.get(member.getKey());
        if (before == null) {
          object.set(member.getKey(), member.getValue());
        } else if (!member.getKey().equals("participants")) {
          joined(before, member.getValue());
        }
      }
    }
    return one;
  }

  /// Writes what was held back.
  void finish() throws IOException {
    for (var entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, assignment(entry.getKey()) + entry.getValue());
    }
  }
}
