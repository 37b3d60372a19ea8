package dev.demur.assist.embed;

import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The vectors of a set of texts, in a file that is a function of this set alone. Format:
/// `docs/reference/vectors.md`.
///
/// Rows lie in the order of the texts' digests; the texts are not in it. Making it anew computes
/// what is missing, keeps the rest, and drops what is no longer asked for. Immutable.
public final class TextVectors {
  /// Changes whenever equal texts would give other bytes.
  public static final String VERSION = "demur-vectors/1";

  private static final String MAGIC = VERSION + " ";
  private static final int BATCH = 256;

  private final SortedMap<String, Integer> rows;
  private final Vectors vectors;

  private TextVectors(SortedMap<String, Integer> rows, Vectors vectors) {
    this.rows = rows;
    this.vectors = vectors;
  }

  /// Makes the file hold exactly these texts, in any order and however often they come.
  ///
  /// @param embedder asked for only when a text is new
  /// @param progress told how many new texts are done
  public static TextVectors make(
      Path file, Collection<String> texts, Supplier<Embedder> embedder, IntConsumer progress)
      throws IOException {
    SortedMap<String, String> byDigest = new TreeMap<>();
    texts.forEach(text -> byDigest.put(Sha256.of(text), text));
    TextVectors before = Files.exists(file) ? read(file) : null;
    if (before != null && before.rows.keySet().equals(byDigest.keySet())) {
      return before;
    }
    TextVectors made = complete(byDigest, before, embedder, progress);
    made.write(file, byDigest.isEmpty() ? "" : embedder.get().name());
    return made;
  }

  private static TextVectors complete(
      Map<String, String> byDigest,
      @org.jspecify.annotations.Nullable TextVectors before,
      Supplier<Embedder> embedder,
      IntConsumer progress) {
    List<String> missing =
        byDigest.keySet().stream()
            .filter(digest -> before == null || !before.rows.containsKey(digest))
            .toList();
    List<float[]> computed = new ArrayList<>();
    for (int at = 0; at < missing.size(); at += BATCH) {
      List<String> batch = missing.subList(at, Math.min(at + BATCH, missing.size()));
      computed.addAll(
          embedder
              .get()
              .embed(batch.stream().map(digest -> byDigest.getOrDefault(digest, "")).toList()));
      progress.accept(computed.size());
    }
    int dimensions = byDigest.isEmpty() ? 0 : embedder.get().dimensions();
    Vectors fresh = Vectors.of(dimensions, computed);
    SortedMap<String, Integer> rows = new TreeMap<>();
    List<Vectors.Row> packed = new ArrayList<>();
    int next = 0;
    for (String digest : byDigest.keySet()) {
      Integer known = before == null ? null : before.rows.get(digest);
      packed.add(
          known == null || before == null
              ? new Vectors.Row(fresh, next++)
              : new Vectors.Row(before.vectors, known));
      rows.put(digest, rows.size());
    }
    return new TextVectors(rows, Vectors.of(dimensions, packed.toArray(Vectors.Row[]::new)));
  }

  private void write(Path file, String embedder) throws IOException {
    StringBuilder head = new StringBuilder(MAGIC).append(embedder).append('\n');
    head.append(vectors.dimensions()).append(' ').append(vectors.size()).append('\n');
    rows.keySet().forEach(digest -> head.append(digest).append('\n'));
    byte[] text = head.toString().getBytes(StandardCharsets.US_ASCII);
    long size = text.length + Vectors.bytes(vectors.dimensions(), vectors.size());
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
    bytes.put(text);
    vectors.write(bytes);
    bytes.flip();
    AtomicFile.write(file, channel -> AtomicFile.writeFully(channel, bytes));
  }

  /// Reads what [#make] wrote.
  public static TextVectors read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      if (!line(bytes).startsWith(MAGIC)) {
        throw new IOException(file + ": is not a file of vectors; delete it and run `demur train`");
      }
      String[] sizes = line(bytes).split(" ", 2);
      int dimensions = Integer.parseInt(sizes[0]);
      int size = Integer.parseInt(sizes[1]);
      SortedMap<String, Integer> rows = new TreeMap<>();
      for (int row = 0; row < size; row++) {
        rows.put(line(bytes), row);
      }
      if (bytes.remaining() != Vectors.bytes(dimensions, size)) {
        throw new IOException(file + ": is cut short; delete it and run `demur train`");
      }
      return new TextVectors(rows, Vectors.read(dimensions, size, bytes));
    } catch (java.nio.BufferUnderflowException | NumberFormatException e) {
      throw new IOException(file + ": is broken; delete it and run `demur train`", e);
    }
  }

  private static String line(ByteBuffer bytes) {
    StringBuilder line = new StringBuilder();
    for (char c = (char) bytes.get(); c != '\n'; c = (char) bytes.get()) {
      line.append(c);
    }
    return line.toString();
  }

  public int size() {
    return rows.size();
  }

  /// Whether the text's vector is here.
  public boolean has(String text) {
    return rows.containsKey(Sha256.of(text));
  }

  /// The vectors of some texts, in their order.
  ///
  /// @throws IllegalArgumentException if one of them is not here
  public Vectors of(List<String> texts) {
    return Vectors.of(
        vectors.dimensions(),
        texts.stream()
            .map(text -> new Vectors.Row(vectors, row(text)))
            .toArray(Vectors.Row[]::new));
  }

  private int row(String text) {
    Integer row = rows.get(Sha256.of(text));
    if (row == null) {
      throw new IllegalArgumentException(
          "the file of vectors is older than the texts; train again");
    }
    return row;
  }
}
