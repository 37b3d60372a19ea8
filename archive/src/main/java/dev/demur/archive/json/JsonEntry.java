package dev.demur.archive.json;

import dev.demur.archive.container.Container;
import dev.demur.archive.container.Encoding;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// An entry of JSON, or of script that assigns one JSON value to a variable.
///
/// One that is damaged, too deep, or has anything behind its value has a fault, and nothing of it
/// may be kept. Whether it has is known once it was read to its end. Nothing in it is ever
/// executed.
public final class JsonEntry {
  /// Characters of one text inside the entry; one that is longer damages the entry.
  private static final int MAX_STRING = 4 << 20;

  private static final int MAX_NAME = 10_000;

  /// By depth. An archive may have thousands of entries, and a factory keeps the names it has seen.
  private static final Map<Integer, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

  private final TextEntry text;
  private final int maxDepth;
  private final int maxText;
  private Optional<JsonFault> fault = Optional.empty();
  private boolean isChecked;
  private String variable = "";

  private JsonEntry(TextEntry text, int maxDepth, int maxText) {
    this.text = text;
    this.maxDepth = maxDepth;
    this.maxText = maxText;
  }

  /// Reads an entry's bytes to their end.
  ///
  /// @throws dev.demur.archive.ArchiveRefused when the bytes are not those announced
  public static JsonEntry probe(Container archive, Entry entry) {
    return new JsonEntry(
        TextEntry.probe(archive, entry),
        archive.limits().maxJsonDepth(),
        archive.limits().maxCellCharacters());
  }

  public Entry entry() {
    return text.entry();
  }

  /// Why nothing of it may be kept; empty when all of it may. Checks it, unless it was read before.
  public Optional<JsonFault> fault() {
    if (!isChecked) {
      check();
    }
    return fault;
  }

  /// Whether it can be read, and nobody knows yet whether it has a fault.
  boolean isUnchecked() {
    return !isChecked && text.encoding().isPresent() && !text.isEmpty();
  }

  /// Whether there is nothing but a byte order mark or white space.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// The first line that is not UTF-8, when it was read as windows-1252.
  public Optional<Integer> foreignLine() {
    return text.encoding()
        .filter(Encoding.WINDOWS_1252::equals)
        .map(encoding -> text.firstForeignLine());
  }

  /// The variable that the value is assigned to, e.g. `YTD.tweets.part0`; empty for plain JSON.
  public String variable() {
    if (!isChecked) {
      check();
    }
    return variable;
  }

  /// Gives every item, up to a fault if there is one: whoever has not asked for [#fault] before
  /// must ask then, and drop the items when there is one.
  ///
  /// @param repair what is done to every key and text
  /// @param faults told of items that are left out
  /// @throws IllegalStateException when the entry is no text
  public void read(
      Shape shape, UnaryOperator<String> repair, Consumer<Item> items, Consumer<JsonFault> faults) {
    through(
        (parser, line) -> new JsonWalk(parser, shape, repair, line, maxText, items, faults).run());
  }

  private JsonParser parser(Reader reader) {
    return FACTORIES
        .computeIfAbsent(maxDepth, JsonEntry::factory)
        .createParser(ObjectReadContext.empty(), reader);
  }

  private static JsonFactory factory(int maxDepth) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(maxDepth)
            .maxStringLength(MAX_STRING)
            .maxNameLength(MAX_NAME)
            .build();
    return JsonFactory.builder().streamReadConstraints(constraints).build();
  }

  private void check() {
    if (text.encoding().isEmpty()) {
      fault = Optional.of(new JsonFault(text.firstForeignLine(), text.fault()));
    } else if (!text.isEmpty()) {
      through((parser, line) -> skip(parser));
    }
    isChecked = true;
  }

  /// A way through the outermost value, whose first token is the parser's current one, to its last.
  @FunctionalInterface
  private interface Way {
    void go(JsonParser parser, int firstLine) throws IOException;
  }

  /// Goes through the whole entry, and then knows whether it has a fault.
  private void through(Way way) {
    try (Reader reader = text.open()) {
      Assignment assignment = Assignment.skip(reader);
      variable = assignment.variable();
      try (JsonParser parser = parser(assignment.rest())) {
        fault = through(parser, assignment, way);
        isChecked = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read entry " + entry().name(), e);
    }
  }

  private Optional<JsonFault> through(JsonParser parser, Assignment assignment, Way way)
      throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
        return Optional.of(
            new JsonFault(assignment.line(), "holds neither a list nor an object of JSON"));
      }
      way.go(parser, assignment.line());
      return behind(parser, assignment);
    } catch (StreamReadException | StreamConstraintsException e) {
      var location = e.getLocation();
      int below = location == null ? 0 : Math.max(1, location.getLineNr()) - 1;
      return Optional.of(new JsonFault(assignment.line() + below, reason(e)));
    }
  }

  /// Passes over the value. The parser compares a text with the longest only where it is asked for,
  /// which only an entry that has room for a longer one needs.
  private void skip(JsonParser parser) {
    boolean mayHoldLongText = entry().size() > MAX_STRING;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (mayHoldLongText && token == JsonToken.VALUE_STRING) {
        parser.getStringLength();
      }
    }
  }

  private static Optional<JsonFault> behind(JsonParser parser, Assignment assignment)
      throws IOException {
    int line = assignment.line() - 1 + parser.currentLocation().getLineNr();
    var buffered = new StringWriter();
    parser.releaseBuffered(buffered);
    return Assignment.endsWith(buffered.toString(), assignment.rest())
        ? Optional.empty()
        : Optional.of(
            new JsonFault(line, "has something behind its value, which is neither run nor read"));
  }

  /// In our words: the parser's own message may quote member text.
  private String reason(JacksonException e) {
    return switch (e) {
      case UnexpectedEndOfInputException _ -> "is truncated: it ends before its JSON does";
      case StreamConstraintsException _
          when String.valueOf(e.getOriginalMessage()).contains("nesting") ->
          "is nested more than %d deep".formatted(maxDepth);
      case StreamConstraintsException _ ->
          "has a text of more than %d characters, a name of more than %d, or too long a number"
              .formatted(MAX_STRING, MAX_NAME);
      default -> "is not valid JSON";
    };
  }
}
