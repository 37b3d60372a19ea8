package dev.demur.archive.meta;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Flat;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.Optional;

/// Sends an item to what makes records of it.
final class Items {
  private Items() {}

  /// Makes records of one item.
  ///
  /// @return whether there was anything to read
  static boolean read(MetaItem item) {
    String key = item.key();
    Json value = item.value();
    boolean message = key.equals("messages") || key.equals("replies");
    if (message) {
      Messages.message(item);
      return true;
    }
    if (item.place().isThread() || value.at("participants").isPresent()) {
      return false;
    }
    if (item.category() == Category.PRIVATE_MESSAGE) {
      item.emit(special(item, item.plain(Category.PRIVATE_MESSAGE).author(Optional.empty())));
      return true;
    }
    if (item.category() == Category.CREDENTIAL || item.category() == Category.PAYMENT) {
      return stub(item);
    }
    if (value.at("label_values").isPresent()) {
      return LabelValues.read(item);
    }
    if (value.at("profile_v2").isPresent()) {
      Profile.facebook(item, value.at("profile_v2"));
      return true;
    }
    return item.platform() == Platform.INSTAGRAM
        ? InstagramItems.read(item)
        : FacebookItems.read(item);
  }

  private static boolean stub(MetaItem item) {
    boolean heading =
        item.item().place().equals("/payments_v2") || item.value().members().isEmpty();
    if (heading) {
      return false;
    }
    Json only = inner(item.value());
    item.emit(
        item.draft(item.category())
            .put(Fields.KIND, item.place().label())
            .at(item.time().or(() -> MetaItem.timeOf(only)).or(() -> instagramTime(item))));
    return true;
  }

  private static Optional<dev.demur.model.Moment> instagramTime(MetaItem item) {
    return StringMap.of(item.value()).time().flatMap(dev.demur.archive.text.Epoch::parse);
  }

  /// What a file of a single object holds under its only key.
  static Json inner(Json value) {
    return value.members().size() == 1 ? value.members().values().iterator().next() : value;
  }

  /// Marks what shows love life or politics by standing where it stands.
  static RecordDraft special(MetaItem item, RecordDraft draft) {
    if (item.place().in("dating")) {
      return draft.put(Fields.SPECIAL_CATEGORY, "sex life");
    }
    return item.place().in("voting") ? draft.put(Fields.SPECIAL_CATEGORY, "politics") : draft;
  }

  /// Somebody of whom only the name is given.
  static void person(MetaItem item, Category category, Optional<String> name) {
    Optional<MemberId> person = name.flatMap(Persons::byName);
    RecordDraft draft =
        item.plain(category).about(person).put(Fields.PERSON, person.map(MemberId::value));
    name.ifPresent(n -> Persons.putName(draft, n));
    if (person.isPresent()) {
      item.emit(draft);
    }
  }

  /// A record of everything there is, for categories that nothing is trained on; a label and a time
  /// for the others.
  static boolean other(MetaItem item) {
    Category category = item.category() == Category.PROFILE_NAME ? Category.OTHER : item.category();
    if (item.value().members().isEmpty() && item.value().text().isEmpty()) {
      return false;
    }
    RecordDraft draft = special(item, item.plain(category)).put(Fields.NAME, item.value().text());
    switch (category.family()) {
      case "ads" -> {
        draft.author(Optional.empty()).about(Optional.of(item.holder()));
        Flat.put(draft, item.value());
      }
      case "contact", "other" -> Flat.put(draft, item.value());
      default -> {
        boolean used = category.family().equals("usage");
        draft.put(Fields.NAME, used ? item.value().text("name") : Optional.empty());
        draft.put(Fields.URL, item.value().text("href").or(() -> item.value().text("url")));
      }
    }
    item.emit(draft.put(Fields.KIND, item.place().label()));
    return true;
  }
}
