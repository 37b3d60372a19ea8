package dev.demur.learn.base;

import java.io.IOException;
import java.nio.file.Path;

/// A file of public text that cannot be read. The message names file, line and fault.
public final class PublicTextException extends IOException {
  private static final long serialVersionUID = 1;

  PublicTextException(Path file, String fault) {
    super(file + ": " + fault);
  }

  PublicTextException(Path file, int line, String fault) {
    super("%s, line %d: %s".formatted(file, line, fault));
  }
}
