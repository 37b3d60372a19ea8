package dev.demur.assist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// To whom a message goes, as its sender says: nothing is looked up about anybody.
public record Recipient(Optional<String> name, Optional<String> title, Optional<String> company) {

  List<String> said() {
    return Stream.of(name, title, company).flatMap(Optional::stream).toList();
  }

  /// How much is known only: a recipient is a person.
  @Override
  public String toString() {
    return "Recipient[" + said().size() + " facts]";
  }
}
