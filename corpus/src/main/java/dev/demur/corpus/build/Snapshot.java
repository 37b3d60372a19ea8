package dev.demur.corpus.build;

import dev.demur.model.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a corpus was built from and holds: the manifest, see `docs/reference/corpus-snapshot.md`.
///
/// @param snapshot the first 16 digits of the content root
/// @param contentRoot see [dev.demur.corpus.store.ContentRoot]
/// @param program the program's name
/// @param programSha256 the digest of its file
/// @param at the instant for which decisions were asked
/// @param objectors a keyed digest of the objectors' names
/// @param funnels by purpose
public record Snapshot(
    String snapshot,
    String contentRoot,
    String program,
    String programSha256,
    Instant at,
    String objectors,
    SortedMap<String, Funnel> funnels) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Snapshot {
    funnels = Collections.unmodifiableSortedMap(new TreeMap<>(funnels));
  }

  /// The counts for content generation, which a build's result leads with.
  public Funnel funnel() {
    return Objects.requireNonNull(funnels.get(Purpose.CONTENT_GENERATION.code()));
  }

  /// What `demur build --json` prints.
  public ObjectNode result() {
    ObjectNode json = JSON.createObjectNode();
    json.put("snapshot", snapshot);
    json.put("contentRoot", contentRoot);
    counts(json, funnel());
    ObjectNode purposes = json.putObject("purposes");
    funnels.forEach((purpose, funnel) -> counts(purposes.putObject(purpose), funnel));
    return json;
  }

  private static void counts(ObjectNode json, Funnel funnel) {
    json.putObject("records").put("in", funnel.in()).put("out", funnel.out());
    ObjectNode reasons = json.putObject("reasons");
    funnel.reasons().forEach(reasons::put);
  }

  private String manifest() {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("snapshot", snapshot);
    json.put("contentRoot", contentRoot);
    json.putObject("program").put("name", program).put("sha256", programSha256);
    json.put("at", at.toString());
    json.put("objectors", objectors);
    ObjectNode purposes = json.putObject("purposes");
    funnels.forEach((purpose, funnel) -> counts(purposes.putObject(purpose), funnel));
    return JSON.writeValueAsString(json) + "\n";
  }

  /// The snapshot that a manifest speaks of; empty when there is no such file.
  public static Optional<Snapshot> read(Path manifest) {
    if (!Files.exists(manifest)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(Files.readString(manifest));
      int version = json.path("version").asInt(0);
      if (version != VERSION) {
        throw new IllegalStateException(
            "%s has version %d, this build knows %d; run a newer build, or delete it and build again"
                .formatted(manifest, version, VERSION));
      }
      return Optional.of(of(json));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest, e);
    }
  }

  private static Snapshot of(JsonNode json) {
    SortedMap<String, Funnel> funnels = new TreeMap<>();
    json.get("purposes").forEachEntry((purpose, each) -> funnels.put(purpose, funnelOf(each)));
    return new Snapshot(
        json.get("snapshot").asString(),
        json.get("contentRoot").asString(),
        json.get("program").get("name").asString(),
        json.get("program").get("sha256").asString(),
        Instant.parse(json.get("at").asString()),
        json.get("objectors").asString(),
        funnels);
  }

  private static Funnel funnelOf(JsonNode json) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    json.get("reasons").forEachEntry((reason, count) -> reasons.put(reason, count.asLong()));
    JsonNode records = json.get("records");
    return new Funnel(records.get("in").asLong(), records.get("out").asLong(), reasons);
  }

  static void delete(Path manifest) {
    try {
      Files.deleteIfExists(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + manifest, e);
    }
  }

  /// Writes the manifest in one step: whoever reads sees the old one or this one.
  void write(Path manifest) {
    Path temporary = manifest.resolveSibling(manifest.getFileName() + ".tmp");
    try {
      Files.createDirectories(manifest.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(manifest().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(temporary, manifest, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + manifest, e);
    }
  }
}
