package dev.demur.home;

import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What the platform itself knows of its members: country, date of birth and language.
///
/// A file has one JSON object a line: `{"id","country","countryFrom","birthDate","language"}`, of
/// which all but the id may be absent. A fact that the ledger holds already is not written again.
final class Facts {
  /// Residence whose beginning nobody knows is taken to have always been.
  private static final Instant ALWAYS = Instant.EPOCH;

  private Facts() {}

  /// Reads a whole file before anything is written, so that a bad line leaves nothing behind.
  ///
  /// @return what is new, ready to be appended
  static List<Entry> read(Path file, LedgerView known, Instant now) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          entries.addAll(entriesOf(line, known, now));
        }
      }
    } catch (MalformedInputException e) {
      throw new InputRefused("%s: line %d: not UTF-8".formatted(file, number + 1), e);
    } catch (IOException e) {
      throw new InputRefused("%s: the facts cannot be read".formatted(file), e);
    } catch (JacksonException e) {
      throw new InputRefused("%s: line %d: not a JSON object".formatted(file, number), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InputRefused("%s: line %d: %s".formatted(file, number, e.getMessage()), e);
    }
    return entries;
  }

  private static List<Entry> entriesOf(String line, LedgerView known, Instant now) {
    JsonNode json = JsonFile.JSON.readTree(line);
    if (!json.path("id").isString()) {
      throw new IllegalArgumentException(
          "needs an \"id\", e.g. {\"id\":\"m1\",\"country\":\"DE\"}");
    }
    MemberId member = new MemberId(json.path("id").asString());
    return entriesOf(
        member,
        text(json, "country"),
        text(json, "countryFrom").map(Facts::instant),
        text(json, "birthDate").map(LocalDate::parse),
        text(json, "language"),
        known,
        now);
  }

  /// What is new of these facts.
  static List<Entry> entriesOf(
      MemberId member,
      Optional<String> country,
      Optional<Instant> from,
      Optional<LocalDate> birthDate,
      Optional<String> language,
      LedgerView known,
      Instant now) {
    MemberFacts before = known.factsOf(member).orElse(MemberFacts.UNKNOWN);
    List<Entry> entries = new ArrayList<>();
    country.ifPresent(code -> {
      var residence = new MemberFacts.Residence(code, from.orElse(ALWAYS));
      if (!before.countries().contains(residence)) {
        var learned = new Event.ResidenceLearned(residence.country(), residence.from());
        entries.add(Entry.of(member, learned, now));
      }
    });
    birthDate
        .filter(date -> !before.birthDate().equals(Optional.of(date)))
        .ifPresent(date -> entries.add(Entry.of(member, new Event.BirthDateLearned(date), now)));
    language
        .filter(code -> !known.languageOf(member).equals(Optional.of(code)))
        .ifPresent(code -> entries.add(Entry.of(member, new Event.LanguageLearned(code), now)));
    return entries;
  }

  private static Optional<String> text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() && !value.asString().isBlank()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  /// An instant with zone, or a date, which means its first instant in UTC.
  private static Instant instant(String text) {
    return text.length() == "2025-01-01".length()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
