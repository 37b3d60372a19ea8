package dev.demur.archive.mastodon;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.json.Item;
import dev.demur.archive.json.JsonEntries;
import dev.demur.archive.json.JsonEntry;
import dev.demur.archive.json.Shape;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One archive of Mastodon being read.
final class MastodonReading implements ArchiveKind.Reading {
  private static final Set<String> TABLES =
      Set.of(
          "following_accounts.csv",
          "muted_accounts.csv",
          "blocked_accounts.csv",
          "lists.csv",
          "blocked_domains.csv",
          "bookmarks.csv");
  private static final Shape LIST =
      (place, isList) -> place.isEmpty() || place.equals("/orderedItems");

  private final Container archive;
  private final List<PeopleTable> tables = new ArrayList<>();
  private JsonEntries entries;
  private Actor actor = Actor.UNKNOWN;

  MastodonReading(Container archive) {
    this.archive = archive;
    this.entries = new JsonEntries(archive, List.of());
  }

  @Override
  public boolean claims(Entry entry) {
    boolean json = entry.name().endsWith(".json") && Mastodon.isCollection(archive, entry);
    return json || isTable(entry);
  }

  private boolean isTable(Entry entry) {
    return TABLES.contains(entry.baseName().toLowerCase(Locale.ROOT))
        || Mastodon.isPeopleTable(archive, entry);
  }

  @Override
  public void verify(List<Entry> own) {
    entries = new JsonEntries(archive, own);
    own.stream()
        .filter(this::isTable)
        .forEach(entry -> tables.add(PeopleTable.probe(archive, entry)));
    entries
        .named("actor.json")
        .ifPresent(entry ->
            entry.read(
                Shape.WHOLE,
                UnaryOperator.identity(),
                item -> actor = Actor.of(item.value()),
                fault -> {}));
  }

  @Override
  public Optional<MemberId> holder() {
    return actor.id();
  }

  @Override
  public void read(MemberId holder, ImportLog log) {
    entries.read(log, (entry, own) -> read(entry, holder, own));
    tables.forEach(table -> table.read(holder, log));
  }

  private void read(JsonEntry entry, MemberId holder, ImportLog log) {
    String file = entry.entry().baseName();
    var count = new int[1];
    entry.read(
        file.equals("actor.json") ? Shape.WHOLE : LIST,
        UnaryOperator.identity(),
        item -> {
          boolean listed = item.place().endsWith("[]") || file.equals("actor.json");
          if (listed) {
            count[0]++;
            item(file, item, holder, log);
          }
        },
        fault -> log.refuse(entry.entry().name(), fault.line(), fault.reason()));
    if (count[0] == 0) {
      log.skip(entry.entry().name(), "has no items");
    }
  }

  private void item(String file, Item item, MemberId holder, ImportLog log) {
    var source = new Source(Mastodon.NAME, file, item.line());
    var activities = new Activities(actor, holder, source, log);
    switch (file) {
      case "outbox.json" -> activities.activity(item.value());
      case "actor.json" -> activities.profile(item.value());
      case "likes.json" -> activities.reference(item.value(), Category.CONTENT_REACTION, "like");
      default -> activities.reference(item.value(), Category.USAGE_FREQUENCY, "bookmark");
    }
  }

  static void emit(ImportLog log, RecordDraft draft) {
    log.record(draft.build());
  }
}
