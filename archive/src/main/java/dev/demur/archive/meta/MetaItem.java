package dev.demur.archive.meta;

import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Item;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Epoch;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Moment;
import dev.demur.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One item of a file on its way into records.
///
/// @param category by where the file lies; single items may be of another
/// @param conversation of the file, when it is one
record MetaItem(
    Item item,
    Platform platform,
    Place place,
    Category category,
    Owner owner,
    Conversation conversation,
    MemberId holder,
    ImportLog log,
    String entry) {
  private static final List<String> TIMES =
      List.of(
          "timestamp",
          "timestamp_ms",
          "creation_timestamp",
          "created_timestamp",
          "last_modified_timestamp",
          "added_timestamp",
          "time");

  Json value() {
    return item.value();
  }

  /// The key of the list or object it stands in, e.g. `comments_v2`; empty at the top.
  String key() {
    String at = item.place();
    int start = at.indexOf('/') + 1;
    int end = start;
    while (end < at.length() && at.charAt(end) != '/' && at.charAt(end) != '[') {
      end++;
    }
    return start == 0 ? "" : at.substring(start, end);
  }

  /// What was not gone into of the file's outermost object.
  boolean isRest() {
    return item.place().isEmpty();
  }

  /// The first of its times that is one.
  Optional<Moment> time() {
    return timeOf(value());
  }

  static Optional<Moment> timeOf(Json value) {
    for (String key : TIMES) {
      Optional<Moment> moment = value.text(key).flatMap(Epoch::parse);
      if (moment.isPresent()) {
        return moment;
      }
    }
    return Optional.empty();
  }

  Optional<MemberId> person(Optional<String> name) {
    return name.flatMap(n -> owner.isSelf(n) ? Optional.of(holder) : Persons.byName(n));
  }

  /// Somebody by handle; the holder by the holder's.
  Optional<MemberId> handle(Optional<String> name) {
    return name.flatMap(Persons::byHandle).map(p -> owner.id().equals(Optional.of(p)) ? holder : p);
  }

  RecordDraft draft(Category as) {
    return new RecordDraft(
        holder, new Source(platform.code(), place.file() + ".json", item.line()), as);
  }

  /// A record of the file's category with its label, the item's time, and nothing else.
  RecordDraft plain(Category as) {
    return draft(as).put(Fields.KIND, place.label()).at(time());
  }

  void emit(RecordDraft draft) {
    log.record(draft.build());
  }

  /// Members of an object, itself when it is the list's only level.
  static Stream<Json> each(Json list) {
    return list.items().stream();
  }
}
