package dev.demur.archive.mastodon;

import static dev.demur.archive.mastodon.MastodonReading.emit;

import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.IsoTime;
import dev.demur.archive.text.Markup;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Moment;
import dev.demur.model.Source;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the member did, and who the member is.
///
/// @param source where the activity stands
record Activities(Actor actor, MemberId holder, Source source, ImportLog log) {
  private RecordDraft draft(Category category) {
    return new RecordDraft(holder, source, category);
  }

  void activity(Json activity) {
    switch (activity.text("type").orElse("")) {
      case "Create" -> created(activity);
      case "Announce" -> repeated(activity);
      default -> log.note(source.entry(), source.line(), "an activity of another type is left out");
    }
  }

  /// A post; one that is addressed to people by name only is a private message and leaves no text.
  private void created(Json activity) {
    Json post = activity.at("object");
    if (!post.isObject()) {
      log.refuse(
          source.entry(), source.line(), "an activity creates nothing that is there to read");
      return;
    }
    Audience audience = Audience.of(activity).and(Audience.of(post));
    boolean reply = post.text("inReplyTo").isPresent();
    Category open = reply ? Category.CONTENT_COMMENT : Category.CONTENT_POST;
    RecordDraft draft =
        draft(audience == Audience.NAMED ? Category.PRIVATE_MESSAGE : open)
            .author(author(activity, post))
            .mentions(mentions(activity, post, audience))
            .at(time(post.text("published").or(() -> activity.text("published"))));
    post.text("id").or(() -> activity.text("id")).ifPresent(id -> draft.key(List.of(id)));
    if (audience == Audience.NAMED) {
      emit(log, draft.put(Fields.KIND, "message"));
      return;
    }
    String options =
        Stream.of("oneOf", "anyOf")
            .flatMap(k -> post.at(k).items().stream())
            .flatMap(o -> o.text("name").stream())
            .collect(Collectors.joining("\n"));
    emit(
        log,
        draft
            .put(Fields.TEXT, post.text("content").map(Markup::ownWords))
            .put(Fields.URL, post.text("url").or(() -> post.text("id")))
            .put(Fields.VISIBILITY, audience.code())
            .put("contentWarning", post.text("summary"))
            .put("options", options));
  }

  /// The holder, unless the post says that it is somebody else's.
  private Optional<MemberId> author(Json activity, Json post) {
    Optional<String> by = post.text("attributedTo").or(() -> activity.text("actor"));
    boolean own = by.isEmpty() || actor.uri().isEmpty() || actor.isSelf(by.get());
    return own ? Optional.of(holder) : by.flatMap(Actor::byUri);
  }

  private List<MemberId> mentions(Json activity, Json post, Audience audience) {
    var people = new ArrayList<MemberId>();
    post.at("tag").items().stream()
        .filter(tag -> tag.text("type").filter("Mention"::equals).isPresent())
        .forEach(tag -> Actor.mentioned(tag).ifPresent(people::add));
    if (audience == Audience.NAMED) {
      Stream.of(activity, post)
          .flatMap(a -> Stream.of(a.at("to"), a.at("cc")))
          .flatMap(list -> list.items().stream())
          .forEach(to -> to.text().flatMap(Actor::byUri).ifPresent(people::add));
    }
    post.text("inReplyTo").flatMap(Actor::byUri).ifPresent(people::add);
    return people.stream()
        .filter(p -> !p.equals(holder) && !actor.id().equals(Optional.of(p)))
        .distinct()
        .toList();
  }

  /// Somebody else's post shown to the member's followers: that it was, and whose.
  private void repeated(Json activity) {
    Json post = activity.at("object");
    Optional<String> uri = post.text().or(() -> post.text("id"));
    Audience audience = Audience.of(activity);
    Optional<MemberId> writer =
        uri.flatMap(Actor::byUri).map(p -> actor.id().equals(Optional.of(p)) ? holder : p);
    RecordDraft draft =
        draft(audience == Audience.NAMED ? Category.PRIVATE_MESSAGE : Category.CONTENT_SHARE)
            .about(writer.filter(p -> !p.equals(holder)))
            .at(time(activity.text("published")))
            .put(Fields.KIND, "repost");
    if (audience != Audience.NAMED) {
      draft.put(Fields.URL, uri).put(Fields.VISIBILITY, audience.code());
    }
    activity.text("id").or(() -> uri).ifPresent(id -> draft.key(List.of("repost", id)));
    emit(log, draft);
  }

  /// A like or a bookmark: an address and nothing else.
  void reference(Json item, Category category, String kind) {
    Optional<String> uri = item.text().or(() -> item.text("id"));
    if (uri.isPresent()) {
      RecordDraft draft =
          draft(category)
              .put(category == Category.CONTENT_REACTION ? "reaction" : Fields.KIND, kind)
              .put(Fields.URL, uri)
              .key(List.of(uri.get()));
      emit(log, draft);
    }
  }

  void profile(Json person) {
    person
        .text("name")
        .ifPresent(name -> emit(log, Persons.putName(draft(Category.PROFILE_NAME), name)));
    person
        .text("summary")
        .map(Markup::ownWords)
        .filter(s -> !s.isBlank())
        .ifPresent(text -> emit(log, draft(Category.PROFILE_SUMMARY).put(Fields.TEXT, text)));
    detail("handle", person.text("preferredUsername"));
    person.at("attachment").items().forEach(this::property);
    Optional<String> photo = person.text("icon", "url");
    if (photo.isPresent()) {
      emit(log, draft(Category.PROFILE_PHOTO).put(Fields.URL, photo));
    }
    Optional<String> since = person.text("published");
    if (since.isPresent()) {
      emit(
          log,
          draft(Category.OTHER)
              .at(time(since))
              .put(Fields.KIND, "registration")
              .put(Fields.VALUE, since));
    }
  }

  /// Whatever the member wrote beside a label, mostly addresses of other pages.
  private void property(Json attachment) {
    Optional<String> value = attachment.text("value").map(Markup::ownWords);
    if (value.isPresent()) {
      emit(
          log,
          draft(Category.CONTACT)
              .put(Fields.KIND, "profile field")
              .put(Fields.NAME, attachment.text("name"))
              .put(Fields.VALUE, value));
    }
  }

  private void detail(String kind, Optional<String> value) {
    if (value.isPresent()) {
      emit(log, draft(Category.CONTACT).put(Fields.KIND, kind).put(Fields.VALUE, value));
    }
  }

  private Optional<Moment> time(Optional<String> raw) {
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    try {
      boolean fine = raw.get().indexOf('.') > 0;
      Moment.Precision precision = fine ? Moment.Precision.MILLISECOND : Moment.Precision.SECOND;
      return Optional.of(
          new Moment(IsoTime.parse(raw.get().strip()), precision, Moment.Zone.UTC, raw.get()));
    } catch (DateTimeException e) {
      log.note(source.entry(), source.line(), "the time in published is not understood");
      return Optional.empty();
    }
  }
}
