package dev.demur.archive.meta;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Epoch;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who the member is, in the member's own account.
final class Profile {
  private static final Map<String, String> SPECIAL =
      Map.of(
          "religious_view", "religion",
          "political_view", "politics",
          "blood_info", "health",
          "interested_in", "sexual orientation",
          "relationship", "relationship");

  private Profile() {}

  static void facebook(MetaItem item, Json profile) {
    name(item, profile);
    contacts(item, profile);
    careers(item, profile);
    for (String place : List.of("current_city", "hometown")) {
      location(item, profile.text(place, "name").or(() -> profile.text(place)), place);
    }
    MetaItem.each(profile.at("places_lived"))
        .forEach(p -> location(item, p.text("place").or(() -> p.text("name")), "place lived"));
    text(item, profile, "intro_bio");
    text(item, profile, "about_me");
    MetaItem.each(profile.at("languages"))
        .flatMap(l -> l.text("name").or(l::text).stream())
        .forEach(l ->
            item.emit(
                item.draft(Category.PROFILE_SKILL)
                    .put(Fields.KIND, "language")
                    .put(Fields.NAME, l)));
    SPECIAL.forEach((key, kind) -> {
      if (profile.at(key).isPresent()) {
        item.emit(
            item.draft(Category.OTHER)
                .put(Fields.KIND, key.replace('_', ' '))
                .put(Fields.SPECIAL_CATEGORY, kind));
      }
    });
    MetaItem.each(profile.at("family_members")).forEach(f -> relative(item, f));
    profile
        .text("registration_timestamp")
        .ifPresent(t ->
            item.emit(
                item.draft(Category.OTHER)
                    .at(Epoch.parse(t))
                    .put(Fields.KIND, "registration")
                    .put(Fields.VALUE, t)));
  }

  private static void name(MetaItem item, Json profile) {
    RecordDraft draft = item.draft(Category.PROFILE_NAME);
    Optional<String> last = profile.text("name", "last_name");
    if (last.isPresent()) {
      String first =
          profile.text("name", "first_name").orElse("")
              + " "
              + profile.text("name", "middle_name").orElse("");
      draft.put(Fields.FIRST_NAME, first.strip()).put(Fields.LAST_NAME, last);
    } else {
      profile.text("name", "full_name").ifPresent(n -> Persons.putName(draft, n));
    }
    if (draft.hasContent()) {
      item.emit(draft);
    }
    for (String others : List.of("previous_names", "other_names")) {
      MetaItem.each(profile.at(others))
          .flatMap(n -> n.text("name").or(n::text).stream())
          .forEach(n -> contact(item, others.replace('_', ' '), n));
    }
  }

  private static void contacts(MetaItem item, Json profile) {
    for (String list :
        List.of("emails", "previous_emails", "pending_emails", "ad_account_emails")) {
      MetaItem.each(profile.at("emails", list))
          .flatMap(e -> e.text().stream())
          .forEach(e -> contact(item, "email", e));
    }
    MetaItem.each(profile.at("phone_numbers"))
        .flatMap(p -> p.text("phone_number").or(p::text).stream())
        .forEach(p -> contact(item, "phone", p));
    MetaItem.each(profile.at("websites"))
        .flatMap(w -> w.text("address").or(w::text).stream())
        .forEach(w -> contact(item, "website", w));
    profile.text("address", "street").ifPresent(a -> contact(item, "address", a));
    profile.text("username").ifPresent(u -> contact(item, "handle", u));
    profile.text("profile_uri").ifPresent(u -> contact(item, "profile", u));
    profile.text("gender", "gender_option").ifPresent(g -> contact(item, "gender", g));
    Json born = profile.at("birthday");
    if (born.isObject()) {
      contact(
          item,
          "birth date",
          "%s-%s-%s"
              .formatted(
                  born.text("year").orElse("?"),
                  twoDigits(born.text("month")),
                  twoDigits(born.text("day"))));
    }
  }

  private static String twoDigits(Optional<String> number) {
    return number.map(n -> n.length() == 1 ? "0" + n : n).orElse("?");
  }

  private static void contact(MetaItem item, String kind, String value) {
    item.emit(item.draft(Category.CONTACT).put(Fields.KIND, kind).put(Fields.VALUE, value));
  }

  private static void careers(MetaItem item, Json profile) {
    MetaItem.each(profile.at("work_experiences"))
        .forEach(w ->
            item.emit(
                item.draft(Category.PROFILE_POSITION)
                    .put(Fields.COMPANY, w.text("employer"))
                    .put(Fields.TITLE, w.text("title"))
                    .put(Fields.LOCATION, w.text("location"))
                    .put(Fields.DESCRIPTION, w.text("description"))
                    .put(Fields.STARTED, day(w.text("start_timestamp")))
                    .put(Fields.FINISHED, day(w.text("end_timestamp")))));
    MetaItem.each(profile.at("education_experiences"))
        .forEach(e ->
            item.emit(
                item.draft(Category.PROFILE_EDUCATION)
                    .put(Fields.SCHOOL, e.text("name"))
                    .put(Fields.DEGREE, e.text("degree"))
                    .put(Fields.DESCRIPTION, e.text("description"))
                    .put(Fields.STARTED, day(e.text("start_timestamp")))
                    .put(Fields.FINISHED, day(e.text("end_timestamp")))));
  }

  private static Optional<String> day(Optional<String> raw) {
    return raw.flatMap(Epoch::parse).map(m -> m.instant().toString().substring(0, 10));
  }

  private static void location(MetaItem item, Optional<String> place, String kind) {
    place.ifPresent(p ->
        item.emit(
            item.draft(Category.PROFILE_LOCATION)
                .put(Fields.KIND, kind.replace('_', ' '))
                .put(Fields.LOCATION, p)));
  }

  private static void text(MetaItem item, Json profile, String key) {
    Json value = profile.at(key);
    value
        .text()
        .or(() -> value.text("name"))
        .or(() -> value.text("text"))
        .ifPresent(t ->
            item.emit(
                item.draft(Category.PROFILE_SUMMARY)
                    .put(Fields.KIND, key.replace('_', ' '))
                    .put(Fields.TEXT, t)));
  }

  private static void relative(MetaItem item, Json family) {
    Optional<MemberId> person = family.text("name").flatMap(Persons::byName);
    item.emit(
        item.draft(Category.CONTACT)
            .about(person)
            .put(Fields.KIND, "family")
            .put(Fields.PERSON, person.map(MemberId::value))
            .put("relation", family.text("relation")));
  }

  /// Instagram's account, its labels in the member's language.
  static void instagram(MetaItem item, StringMap map) {
    map.get(StringMap.NAME)
        .ifPresent(n -> item.emit(Persons.putName(item.draft(Category.PROFILE_NAME), n)));
    map.get(StringMap.BIO)
        .ifPresent(b -> item.emit(item.draft(Category.PROFILE_SUMMARY).put(Fields.TEXT, b)));
    map.entries()
        .forEach((label, entry) -> {
          String lower = label.strip().toLowerCase(java.util.Locale.ROOT);
          boolean known = StringMap.NAME.contains(lower) || StringMap.BIO.contains(lower);
          Optional<String> value = entry.text("value").filter(v -> !v.equals("1919-01-01"));
          if (!known && value.isPresent()) {
            contact(item, lower, value.get());
          }
        });
  }
}
