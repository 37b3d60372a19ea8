package dev.demur.archive.x;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Flat;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Markup;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The account itself, the people it knows, and what passed between them in private.
final class Contacts {
  private Contacts() {}

  static void follower(XItem item) {
    person(item, Category.CONTACT_FOLLOW, "follower");
  }

  static void following(XItem item) {
    person(item, Category.CONTACT_FOLLOW, "following");
  }

  static void shunned(XItem item, String kind) {
    person(item, Category.CONTACT, kind);
  }

  private static void person(XItem item, Category category, String kind) {
    Optional<MemberId> person = item.person(item.value().text("accountId"));
    RecordDraft draft =
        item.draft(category)
            .about(person)
            .put(Fields.KIND, kind)
            .put(Fields.PERSON, person.map(MemberId::value));
    person.ifPresent(p -> draft.key(List.of(p.value())));
    item.emit(draft);
  }

  /// Somebody's number or address out of the member's telephone.
  static void addressBook(XItem item) {
    item.emit(Flat.put(item.draft(Category.CONTACT), item.value()).put(Fields.KIND, "contact"));
  }

  static void list(XItem item, String type) {
    item.emit(
        item.draft(Category.CONTACT)
            .put(Fields.KIND, type.replace('_', ' '))
            .put(Fields.URL, item.value().text("url")));
  }

  /// Who wrote to whom and when; not what.
  static void message(XItem item) {
    Json message = item.value();
    Optional<MemberId> sender =
        item.person(message.text("senderId").or(() -> message.text("initiatingUserId")));
    var others = new ArrayList<MemberId>();
    item.person(message.text("recipientId")).ifPresent(others::add);
    for (Json user : message.at("userIds").items()) {
      item.person(user.text()).ifPresent(others::add);
    }
    String conversation = item.item().around("conversationId").text().orElse("");
    if (others.isEmpty() && conversation.matches("\\d{1,20}-\\d{1,20}")) {
      for (String party : conversation.split("-", -1)) {
        item.person(Optional.of(party)).ifPresent(others::add);
      }
    }
    others.removeIf(p -> p.equals(item.holder()) || sender.filter(p::equals).isPresent());
    boolean hasText = message.at("senderId").isPresent();
    Optional<String> id = message.at("id").id();
    String file = item.file().contains("group") ? "direct-messages-group.js" : "direct-messages.js";
    item.emit(
        item.draft(Category.PRIVATE_MESSAGE, file)
            .author(sender)
            .mentions(others)
            .at(item.time("createdAt"))
            .put(Fields.KIND, hasText ? "message" : "event")
            .key(
                List.of(
                    conversation,
                    id.orElse(""),
                    hasText && id.isPresent() ? "" : message.text("createdAt").orElse(""),
                    hasText ? "" : others.toString())));
  }

  /// Who was called or muted is as private as what was written.
  static void privately(XItem item) {
    item.emit(
        item.draft(Category.PRIVATE_MESSAGE)
            .author(Optional.empty())
            .at(item.time("createdAt"))
            .put(Fields.KIND, item.file().replace(".js", "").replace('-', ' ')));
  }

  static void account(XItem item) {
    Json account = item.value();
    Optional<String> name = account.text("accountDisplayName");
    name.ifPresent(n -> item.emit(Persons.putName(item.draft(Category.PROFILE_NAME), n)));
    detail(item, "email", "email");
    detail(item, "handle", "username");
    item.emit(
        item.draft(Category.OTHER)
            .at(item.time("createdAt"))
            .put(Fields.KIND, "registration")
            .put(Fields.VALUE, account.text("createdAt")));
  }

  /// The account in archives of before 2018.
  static void userDetails(XItem item) {
    Json account = item.value();
    account
        .text("full_name")
        .ifPresent(n -> item.emit(Persons.putName(item.draft(Category.PROFILE_NAME), n)));
    summary(item, account.text("bio"));
    location(item, account.text("location"));
    detail(item, "handle", "screen_name");
  }

  static void detail(XItem item, String kind, String... path) {
    Optional<String> value = item.value().text(path);
    if (value.isPresent()) {
      item.emit(item.draft(Category.CONTACT).put(Fields.KIND, kind).put(Fields.VALUE, value));
    }
  }

  static void profile(XItem item) {
    Json profile = item.value();
    Json description = profile.at("description").isObject() ? profile.at("description") : profile;
    summary(item, description.text("bio"));
    location(item, description.text("location"));
    Optional<String> website = description.text("website");
    if (website.isPresent()) {
      item.emit(
          item.draft(Category.CONTACT).put(Fields.KIND, "website").put(Fields.VALUE, website));
    }
    Optional<String> photo = profile.text("avatarMediaUrl");
    if (photo.isPresent()) {
      item.emit(item.draft(Category.PROFILE_PHOTO).put(Fields.URL, photo));
    }
  }

  private static void summary(XItem item, Optional<String> bio) {
    bio.map(Markup::unescaped)
        .ifPresent(b -> item.emit(item.draft(Category.PROFILE_SUMMARY).put(Fields.TEXT, b)));
  }

  private static void location(XItem item, Optional<String> location) {
    location.ifPresent(l ->
        item.emit(item.draft(Category.PROFILE_LOCATION).put(Fields.LOCATION, Markup.unescaped(l))));
  }

  static void age(XItem item) {
    Json info = item.value();
    Optional<String> born = info.text("birthDate").or(() -> info.text("ageInfo", "birthDate"));
    if (born.isPresent()) {
      item.emit(
          item.draft(Category.CONTACT).put(Fields.KIND, "birth date").put(Fields.VALUE, born));
    }
  }

  /// What the platform takes the member for.
  static void personalization(XItem item) {
    item.emit(
        Flat.put(item.draft(Category.ADS), item.value())
            .author(Optional.empty())
            .about(Optional.of(item.holder()))
            .put(Fields.KIND, "personalization"));
  }

  /// That an advertisement was shown or followed; its text is the advertiser's.
  static void advertisement(XItem item) {
    Json attributes = item.value().at("impressionAttributes");
    Json shown = attributes.isObject() ? attributes : item.value();
    item.emit(
        item.draft(Category.ADS)
            .author(Optional.empty())
            .about(Optional.of(item.holder()))
            .at(shown.text("impressionTime").flatMap(XTimes::parse).or(() -> conversion(item)))
            .put(Fields.KIND, item.file().replace(".js", "").replace('-', ' '))
            .put("advertiser", shown.text("advertiserInfo", "screenName"))
            .put("place", shown.text("displayLocation")));
  }

  private static Optional<dev.demur.model.Moment> conversion(XItem item) {
    return item.value().text("conversionTime").flatMap(XTimes::parse);
  }

  static void emailChange(XItem item) {
    change(item, "email", "emailChange");
  }

  static void screenNameChange(XItem item) {
    change(item, "handle", "screenNameChange");
  }

  private static void change(XItem item, String kind, String wrapper) {
    Json change = item.value().at(wrapper).isObject() ? item.value().at(wrapper) : item.value();
    item.emit(
        item.draft(Category.CONTACT)
            .at(change.text("changedAt").flatMap(XTimes::parse))
            .put(Fields.KIND, kind)
            .put(Fields.VALUE, change.text("changedTo"))
            .put("before", change.text("changedFrom")));
  }

  static void search(XItem item) {
    item.emit(item.draft(Category.USAGE_SEARCH).put("query", item.value().text("query")));
  }
}
