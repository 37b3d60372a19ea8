package dev.demur.corpus.store;

import dev.demur.model.CorpusRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The hash that says what a corpus holds, whatever the order, the layout, the engine or the number
/// of threads that made it.
///
/// Two levels of [MerkleTree]: the rows of one member give that member's root, the members' roots
/// give the content root, each level sorted by leaf hash. So a row can be proven to be in a corpus,
/// or a member's root not to be, with a few dozen hashes. The bytes of a row are in
/// `docs/reference/corpus-table.md`. Thread-safe; holds 32 bytes a member.
public final class ContentRoot {
  private static final String FORMAT = "demur-corpus-row-v1";

  private final ConcurrentLinkedQueue<byte[]> members = new ConcurrentLinkedQueue<>();

  /// Adds one member's rows, all of them; a member without rows counts for nothing.
  public void add(List<CorpusRow> rowsOfOneMember) {
    leafOf(rowsOfOneMember).ifPresent(members::add);
  }

  /// What one member's rows come to, 32 bytes, for [#addLeaf]; empty for no rows.
  public static Optional<byte[]> leafOf(List<CorpusRow> rowsOfOneMember) {
    if (rowsOfOneMember.isEmpty()) {
      return Optional.empty();
    }
    List<byte[]> leaves = new ArrayList<>(rowsOfOneMember.size());
    rowsOfOneMember.forEach(row -> leaves.add(MerkleTree.leafHash(canonical(row))));
    return Optional.of(MerkleTree.leafHash(MerkleTree.rootOfSorted(leaves)));
  }

  /// Adds a member of whom [#leafOf] is known.
  public void addLeaf(byte[] leaf) {
    members.add(leaf.clone());
  }

  /// The root over what was added, 64 lower-case hex digits.
  public String value() {
    return HexFormat.of().formatHex(MerkleTree.rootOfSorted(List.copyOf(members)));
  }

  /// The bytes of a row that are hashed. The time is not among them: nothing is trained on it.
  static byte[] canonical(CorpusRow row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.text().length() + 256);
    write(out, FORMAT);
    write(out, row.member().value());
    write(out, row.record().value());
    write(out, row.purpose().code());
    write(out, row.category().code());
    write(out, row.text());
    write(out, row.fields().size());
    row.fields()
        .forEach((name, value) -> {
          write(out, name);
          write(out, value);
        });
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void write(ByteArrayOutputStream out, int number) {
    out.write(number >>> 24);
    out.write(number >>> 16);
    out.write(number >>> 8);
    out.write(number);
  }
}
