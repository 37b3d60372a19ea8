package dev.demur.trace;

import java.io.IOException;
import java.nio.file.Path;

/// A file that is no whole trace segment. The message names file, fault and what to do.
public final class SegmentException extends IOException {
  private static final long serialVersionUID = 1;

  SegmentException(Path file, String fault) {
    super(file + ": " + fault + "; delete it and run `demur train`, which builds it again");
  }
}
