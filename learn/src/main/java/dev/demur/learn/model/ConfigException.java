package dev.demur.learn.model;

import java.io.IOException;

/// A `config.json` that describes no model we can run. The message names the key, what it holds and
/// what it may hold.
public final class ConfigException extends IOException {
  private static final long serialVersionUID = 1;

  ConfigException(String fault) {
    super(fault);
  }

  ConfigException(String fault, Throwable cause) {
    super(fault, cause);
  }
}
