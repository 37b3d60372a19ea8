package dev.demur.learn.tokenizer;

import java.io.IOException;

/// A tokenizer file that this code cannot follow exactly, and so does not follow at all.
public final class TokenizerException extends IOException {
  private static final long serialVersionUID = 1;

  TokenizerException(String message) {
    super(message);
  }
}
