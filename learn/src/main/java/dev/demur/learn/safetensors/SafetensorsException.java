package dev.demur.learn.safetensors;

import java.io.IOException;
import java.nio.file.Path;

/// A file that is not what the safetensors format asks for. The message names file and fault.
public final class SafetensorsException extends IOException {
  private static final long serialVersionUID = 1;

  SafetensorsException(Path file, String fault) {
    super(file + ": " + fault);
  }
}
