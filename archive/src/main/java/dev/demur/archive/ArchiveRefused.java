package dev.demur.archive;

import java.nio.file.Path;
import java.util.Optional;

/// The whole archive is refused; nothing of it may be kept.
///
/// The message names path, entry, line and reason, and never quotes member text.
public final class ArchiveRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String entry;
  private final int line;
  private final String reason;
  private final String hint;

  /// @param entry the entry inside the archive; empty when the archive as a whole is meant
  /// @param line 1 is the first line; 0 where lines mean nothing
  /// @param hint what to do about it; empty when there is nothing to say
  public ArchiveRefused(Path path, String entry, int line, String reason, String hint) {
    super(message(path, entry, line, reason));
    this.path = path.toString();
    this.entry = entry;
    this.line = line;
    this.reason = reason;
    this.hint = hint;
  }

  private static String message(Path path, String entry, int line, String reason) {
    var text = new StringBuilder(path.toString());
    if (!entry.isEmpty()) {
      text.append(", entry ").append(entry);
    }
    if (line > 0) {
      text.append(", line ").append(line);
    }
    return text.append(": ").append(reason).toString();
  }

  public Path path() {
    return Path.of(path);
  }

  public Optional<String> entry() {
    return entry.isEmpty() ? Optional.empty() : Optional.of(entry);
  }

  /// 1 is the first line; 0 where lines mean nothing.
  public int line() {
    return line;
  }

  public String reason() {
    return reason;
  }

  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
