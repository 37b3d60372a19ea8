package dev.demur.archive.container;

import java.util.List;
import java.util.Optional;

/// What is wrong with an entry's name.
final class EntryNames {
  private EntryNames() {}

  /// Why a name cannot be accepted; empty when it can.
  ///
  /// @param name a folder's ends in `/`
  static Optional<String> fault(String name, Limits limits) {
    if (name.isEmpty()) {
      return Optional.of("has an empty name");
    }
    if (name.length() > limits.maxNameCharacters()) {
      return Optional.of(
          "its name has %d characters; at most %d are accepted"
              .formatted(name.length(), limits.maxNameCharacters()));
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("its name holds a control character");
    }
    if (name.startsWith("/")) {
      return Optional.of("its name is an absolute path");
    }
    if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
      return Optional.of("its name holds a backslash or a colon");
    }
    return segmentFault(name, limits);
  }

  private static Optional<String> segmentFault(String name, Limits limits) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    var segments = List.of(path.split("/", -1));
    if (segments.contains("..") || segments.contains(".") || segments.contains("")) {
      return Optional.of("its name leaves the archive or is not in plain form (.., . or //)");
    }
    return segments.size() > limits.maxNameDepth()
        ? Optional.of(
            "its name has %d folders; at most %d are accepted"
                .formatted(segments.size() - 1, limits.maxNameDepth() - 1))
        : Optional.empty();
  }

  /// The name as it may be shown: control characters as `?`, at most 120 characters.
  static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 120 ? plain : plain.substring(0, 117) + "...";
  }
}
