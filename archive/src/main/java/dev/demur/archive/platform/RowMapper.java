package dev.demur.archive.platform;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes records of rows, by a mapping.
final class RowMapper {
  static final String KIND = "platform";

  private final Mapping mapping;
  private final Source source;
  private final List<String> columns = new ArrayList<>();
  private final Optional<Times> times;

  RowMapper(Mapping mapping) {
    this.mapping = mapping;
    this.source = new Source(KIND, mapping.source(), 0);
    this.times = mapping.createdAt().map(when -> new Times(when.pattern(), when.zone()));
    for (String column : mapping.places().keySet()) {
      boolean onlyGrows =
          mapping.query().flatMap(Mapping.Query::since).filter(column::equals).isPresent();
      if (!onlyGrows || isUsed(column)) {
        columns.add(column);
      }
    }
  }

  private boolean isUsed(String column) {
    return mapping.fields().containsValue(column)
        || mapping.id().contains(column)
        || mapping.createdAt().filter(when -> when.column().equals(column)).isPresent();
  }

  /// The columns that the mapping names, in the order in which [#map] takes their values.
  List<String> columns() {
    return columns;
  }

  /// The record of a row; empty when the mapping says to leave it out.
  Optional<MemberRecord> map(@Nullable String[] values) throws RowFault {
    MemberId member = member(mapping.member(), value(values, mapping.member()).orElse(""));
    Optional<Category> category = category(values);
    if (category.isEmpty()) {
      return Optional.empty();
    }
    var draft = new RecordDraft(member, source, category.get());
    if (mapping.author().isPresent()) {
      draft.author(
          people(values, new Mapping.People(mapping.author().get(), "")).stream().findFirst());
    }
    if (mapping.about().isPresent()) {
      people(values, mapping.about().get()).stream()
          .filter(person -> !person.equals(member))
          .forEach(person -> draft.about(Optional.of(person)));
    }
    if (mapping.mentions().isPresent()) {
      draft.mentions(people(values, mapping.mentions().get()));
    }
    if (mapping.createdAt().isPresent() && times.isPresent()) {
      String column = mapping.createdAt().get().column();
      Optional<String> raw = value(values, column);
      draft.at(raw.isEmpty() ? Optional.empty() : Optional.of(times.get().read(column, raw.get())));
    }
    for (Map.Entry<String, String> field : mapping.fields().entrySet()) {
      draft.put(field.getKey(), value(values, field.getValue()));
    }
    return Optional.of(keyed(draft, values).build());
  }

  private RecordDraft keyed(RecordDraft draft, @Nullable String[] values) throws RowFault {
    List<String> key = new ArrayList<>();
    for (String column : mapping.id()) {
      key.add(
          value(values, column)
              .orElseThrow(() -> new RowFault(column, "nothing", "the id of the row")));
    }
    return key.isEmpty() ? draft : draft.key(key);
  }

  private Optional<Category> category(@Nullable String[] values) throws RowFault {
    return switch (mapping.category()) {
      case Mapping.CategoryRule.Always(Category category) -> Optional.of(category);
      case Mapping.CategoryRule.ByColumn(String column, Map<String, Optional<Category>> words) -> {
        String word = value(values, column).orElse("");
        Optional<Category> category = words.get(word);
        if (category == null) {
          throw new RowFault(
              column,
              "a value the mapping does not list",
              "one of " + String.join(", ", words.keySet()));
        }
        yield category;
      }
    };
  }

  private List<MemberId> people(@Nullable String[] values, Mapping.People rule) throws RowFault {
    Optional<String> value = value(values, rule.column());
    if (value.isEmpty()) {
      return List.of();
    }
    String[] ids =
        rule.separator().isEmpty()
            ? new String[] {value.get()}
            : value.get().split(Pattern.quote(rule.separator()), -1);
    List<MemberId> people = new ArrayList<>(ids.length);
    for (String id : ids) {
      if (!id.isBlank()) {
        people.add(member(rule.column(), id));
      }
    }
    return people;
  }

  static MemberId member(String where, String id) throws RowFault {
    try {
      return new MemberId(id.strip());
    } catch (IllegalArgumentException e) {
      throw new RowFault(where, "no member id", "an id; " + e.getMessage());
    }
  }

  private Optional<String> value(@Nullable String[] values, String column) {
    String value = values[columns.indexOf(column)];
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
