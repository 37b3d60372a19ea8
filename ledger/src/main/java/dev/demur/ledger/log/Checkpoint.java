package dev.demur.ledger.log;

/// The head of a log at one size (C2SP tlog-checkpoint, <https://c2sp.org/tlog-checkpoint>).
///
/// @param origin the log's name: no line break, not empty
/// @param size how many leaves the tree has
/// @param root the root of those leaves
public record Checkpoint(String origin, long size, Hash root) {
  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a checkpoint's origin is one line, not empty");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a checkpoint's size is 0 or more, got " + size);
    }
  }

  /// The note text that is signed.
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /// Reads a note text; extension lines are allowed and ignored.
  ///
  /// @throws NoteRefused when it is not a checkpoint
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new NoteRefused("a checkpoint has an origin, a size and a root, one a line");
    }
    for (int i = 0; i < lines.length - 1; i++) {
      if (lines[i].isEmpty()) {
        throw new NoteRefused("line %d of the checkpoint is empty".formatted(i + 1));
      }
    }
    return new Checkpoint(lines[0], size(lines[1]), root(lines[2]));
  }

  private static long size(String line) {
    if (!line.matches("0|[1-9][0-9]{0,17}")) {
      throw new NoteRefused("the checkpoint's size must be a decimal number, got: " + line);
    }
    return Long.parseLong(line);
  }

  private static Hash root(String line) {
    try {
      return Hash.ofBase64(line);
    } catch (IllegalArgumentException e) {
      throw new NoteRefused("the checkpoint's root must be 32 bytes in base64, got: " + line, e);
    }
  }
}
