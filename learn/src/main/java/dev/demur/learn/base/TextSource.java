package dev.demur.learn.base;

import java.nio.file.Path;

/// One file of public text.
///
/// @param file JSON Lines of `{"id","text"}`, a table of O*NET, or plain text
/// @param licence under which the text may be used, for the model card
public record TextSource(Path file, String licence) {
  String name() {
    return String.valueOf(file.getFileName());
  }
}
