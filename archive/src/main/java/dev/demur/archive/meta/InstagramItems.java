package dev.demur.archive.meta;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Epoch;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Moment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Instagram's items: media, `string_map_data`, `string_list_data`.
final class InstagramItems {
  private InstagramItems() {}

  static boolean read(MetaItem item) {
    Json value = item.value();
    StringMap map = StringMap.of(value);
    if (item.key().equals("profile_user")) {
      Profile.instagram(item, map);
      return true;
    }
    if (value.members().isEmpty() && value.text().isEmpty()) {
      return false;
    }
    return switch (item.category()) {
      case CONTENT_POST -> post(item);
      case CONTENT_COMMENT -> comment(item, map);
      case CONTENT_REACTION -> touched(item, Category.CONTENT_REACTION);
      case CONTENT_POLL_ANSWER -> answer(item, map);
      case CONTACT_FOLLOW, CONTACT -> person(item);
      case USAGE_SEARCH -> search(item, map);
      case USAGE_FREQUENCY -> touched(item, Category.USAGE_FREQUENCY);
      case PROFILE_NAME -> {
        item.emit(
            dev.demur.archive.json.Flat.put(item.plain(Category.OTHER), value)
                .put(Fields.KIND, item.place().label()));
        yield true;
      }
      default -> Items.other(item);
    };
  }

  /// A post's words stand on its only picture, or beside its pictures when there are several.
  private static boolean post(MetaItem item) {
    Json value = item.value();
    Set<String> parts = new LinkedHashSet<>();
    value.text("title").ifPresent(t -> parts.add(t.strip()));
    MetaItem.each(value.at("media"))
        .forEach(m -> m.text("title").ifPresent(t -> parts.add(t.strip())));
    Mentions words = Mentions.ofHandles(String.join("\n", parts));
    Optional<Moment> time =
        item.time()
            .or(() ->
                MetaItem.each(value.at("media"))
                    .flatMap(m -> MetaItem.timeOf(m).stream())
                    .findFirst());
    boolean photo = item.place().named("profile_photos");
    RecordDraft draft =
        item.draft(photo ? Category.PROFILE_PHOTO : Category.CONTENT_POST)
            .at(time)
            .mentions(others(item, words.people()))
            .put(Fields.TEXT, words.text())
            .put(Fields.KIND, item.place().label())
            .put(Fields.VISIBILITY, item.owner().isPrivate() ? "followers" : "")
            .key(List.of(time.map(Moment::raw).orElse(""), firstUri(value), words.text()));
    item.emit(draft);
    return true;
  }

  private static String firstUri(Json value) {
    return MetaItem.each(value.at("media"))
        .flatMap(m -> m.text("uri").stream())
        .findFirst()
        .or(() -> value.text("uri"))
        .map(u -> u.substring(u.lastIndexOf('/') + 1))
        .orElse("");
  }

  private static List<MemberId> others(MetaItem item, List<MemberId> people) {
    return people.stream()
        .filter(p -> !p.equals(item.holder()) && !item.owner().id().equals(Optional.of(p)))
        .toList();
  }

  /// A comment on a story reaches one person only.
  private static boolean comment(MetaItem item, StringMap map) {
    boolean story = item.place().named("hype") || item.key().contains("story");
    Optional<Moment> time = map.time().flatMap(Epoch::parse).or(item::time);
    Optional<MemberId> owner = item.handle(map.owner()).filter(p -> !p.equals(item.holder()));
    if (story) {
      item.emit(
          item.draft(Category.PRIVATE_MESSAGE)
              .at(time)
              .mentions(owner.stream().toList())
              .put(Fields.KIND, "story comment"));
      return true;
    }
    Mentions words = Mentions.ofHandles(map.comment().orElse(""));
    item.emit(
        item.draft(Category.CONTENT_COMMENT)
            .at(time)
            .mentions(owner.stream().toList())
            .mentions(others(item, words.people()))
            .put(Fields.TEXT, words.text())
            .put(Fields.VISIBILITY, item.owner().isPrivate() ? "followers" : ""));
    return true;
  }

  /// That something of somebody's was liked, saved or looked at.
  private static boolean touched(MetaItem item, Category category) {
    Json value = item.value();
    List<Json> list = value.at("string_list_data").items();
    StringMap map = StringMap.of(value);
    Json first = list.isEmpty() ? value : list.getFirst();
    Optional<String> url =
        first
            .text("href")
            .or(() ->
                map.entries().values().stream().flatMap(e -> e.text("href").stream()).findFirst());
    Optional<MemberId> whose =
        item.handle(value.text("title")).filter(p -> !p.equals(item.holder()));
    RecordDraft draft =
        item.draft(category)
            .at(MetaItem.timeOf(first).or(() -> map.time().flatMap(Epoch::parse)).or(item::time))
            .about(handleLike(value) ? whose : Optional.empty())
            .put(Fields.KIND, item.place().label())
            .put(Fields.URL, url);
    if (category == Category.CONTENT_REACTION) {
      draft.put("reaction", first.text("value"));
    }
    item.emit(draft);
    return true;
  }

  private static boolean handleLike(Json value) {
    return value.text("title").filter(StringMap::isHandle).isPresent();
  }

  /// The option is the words of whoever asked; an answer in free text goes to that person only.
  private static boolean answer(MetaItem item, StringMap map) {
    Json value = item.value();
    List<Json> list = value.at("string_list_data").items();
    Optional<Moment> time =
        list.isEmpty()
            ? map.time().flatMap(Epoch::parse).or(item::time)
            : MetaItem.timeOf(list.getFirst());
    item.emit(
        item.draft(Category.CONTENT_POLL_ANSWER)
            .at(time)
            .put(Fields.KIND, item.place().label())
            .put("option", list.isEmpty() ? Optional.empty() : list.getFirst().text("value")));
    return true;
  }

  /// The handle stands under one of three keys, or at the end of an address.
  private static boolean person(MetaItem item) {
    Json value = item.value();
    List<Json> list = value.at("string_list_data").items();
    Json first = list.isEmpty() ? value : list.getFirst();
    Optional<String> handle =
        first
            .text("value")
            .or(() -> value.text("title"))
            .or(() -> first.text("href").map(InstagramItems::tail))
            .or(() -> StringMap.of(value).get(StringMap.USERNAME));
    Optional<MemberId> person = item.handle(handle);
    RecordDraft draft =
        item.draft(item.category())
            .about(person)
            .at(MetaItem.timeOf(first).or(item::time))
            .put(Fields.KIND, item.place().label())
            .put(Fields.PERSON, person.map(MemberId::value));
    person.ifPresent(p -> draft.key(List.of(p.value())));
    item.emit(draft);
    return true;
  }

  private static String tail(String href) {
    String bare = href.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private static boolean search(MetaItem item, StringMap map) {
    Optional<String> query =
        map.entries().values().stream()
            .flatMap(e -> e.text("value").stream())
            .findFirst()
            .or(() ->
                MetaItem.each(item.value().at("string_list_data"))
                    .flatMap(e -> e.text("value").stream())
                    .findFirst());
    item.emit(
        item.draft(Category.USAGE_SEARCH)
            .at(map.time().flatMap(Epoch::parse).or(item::time))
            .put("query", query));
    return true;
  }
}
