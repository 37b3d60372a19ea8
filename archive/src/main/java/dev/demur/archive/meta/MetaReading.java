package dev.demur.archive.meta;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.json.JsonEntries;
import dev.demur.archive.json.JsonEntry;
import dev.demur.archive.json.Shape;
import dev.demur.archive.text.Mojibake;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One archive of Facebook or Instagram being read.
final class MetaReading implements ArchiveKind.Reading {
  /// Lists that are part of an item, not lists of items.
  private static final Set<String> PARTS =
      Set.of(
          "media",
          "label_values",
          "data",
          "attachments",
          "tags",
          "string_list_data",
          "media_list_data",
          "participants",
          "magic_words",
          "comments",
          "dict",
          "vec",
          "bcts");

  /// Places of one file that are remembered.
  private static final int MAX_PLACES = 100;

  /// Objects that hold lists of items.
  private static final Set<String> WRAPPERS =
      Set.of("payments_v2", "event_responses_v2", "group_membership_questions_answers_v2");

  /// The member took these back before the archive was made.
  private static final Set<String> DELETED = Set.of("trash", "recently_deleted_content");

  private final Container archive;
  private final Platform platform;
  private final Signs signs;
  private JsonEntries entries;
  private Owner owner = Owner.UNKNOWN;

  MetaReading(Container archive, Platform platform, Signs signs) {
    this.archive = archive;
    this.platform = platform;
    this.signs = signs;
    this.entries = new JsonEntries(archive, List.of());
  }

  /// What gives neither away belongs to Instagram when nothing else in the archive is Facebook's.
  @Override
  public boolean claims(Entry entry) {
    if (!Signs.isJson(entry)) {
      return false;
    }
    Optional<Platform> strong = signs.strong(entry);
    return strong.isEmpty() ? isFallback() : strong.get() == platform;
  }

  private boolean isFallback() {
    boolean facebook =
        archive.entries().stream()
            .anyMatch(e -> signs.strong(e).equals(Optional.of(Platform.FACEBOOK)));
    return facebook == (platform == Platform.FACEBOOK);
  }

  @Override
  public void verify(List<Entry> own) {
    entries = new JsonEntries(archive, own);
    for (JsonEntry entry : entries.sound(MetaReading::isProfile)) {
      entry.read(
          (at, isList) -> at.isEmpty() || (isList && at.equals("/profile_user")),
          Mojibake::repaired,
          item -> {
            owner = owner.withFacebook(item.value().at("profile_v2"));
            owner = owner.withInstagram(StringMap.of(item.value()));
          },
          fault -> {});
    }
  }

  private static boolean isProfile(Entry entry) {
    return Place.of(entry.name()).named("profile_information", "personal_information");
  }

  @Override
  public Optional<MemberId> holder() {
    return owner.id();
  }

  @Override
  public void read(MemberId holder, ImportLog log) {
    entries.read(log, (entry, own) -> read(entry, holder, own));
  }

  private void read(JsonEntry entry, MemberId holder, ImportLog log) {
    String name = entry.entry().name();
    Place place = Place.of(name);
    if (DELETED.contains(place.file())) {
      log.skip(name, "holds what the member had deleted");
      return;
    }
    Category category = Categories.of(place);
    var count = new int[1];
    var conversation = new Conversation();
    entry.read(
        shape(),
        Mojibake::repaired,
        item -> {
          var metaItem =
              new MetaItem(item, platform, place, category, owner, conversation, holder, log, name);
          count[0] += Items.read(metaItem) ? 1 : 0;
        },
        fault -> log.refuse(name, fault.line(), fault.reason()));
    if (count[0] == 0) {
      log.skip(name, "has no items");
    }
  }

  /// Every item asks for its place, and a sound file has few of them.
  private static Shape shape() {
    var lists = new HashMap<String, Boolean>();
    var objects = new HashMap<String, Boolean>();
    return (place, isList) -> {
      Map<String, Boolean> known = isList ? lists : objects;
      return known.size() < MAX_PLACES
          ? known.computeIfAbsent(place, p -> goesInto(p, isList))
          : goesInto(place, isList);
    };
  }

  private static boolean goesInto(String place, boolean isList) {
    if (place.isEmpty()) {
      return true;
    }
    String[] keys = place.substring(1).split("/", -1);
    boolean wrapper = WRAPPERS.contains(keys[0]);
    boolean outer = keys.length == 1 && !place.contains("[]");
    if (outer) {
      return isList ? !PARTS.contains(keys[0]) : wrapper;
    }
    return keys.length == 2 && wrapper && isList && !place.contains("[]");
  }
}
