package dev.demur.archive.platform;

import dev.demur.archive.RecordDraft;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.Source;
import dev.demur.program.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one line of a file of records.
final class RecordLine {
  private static final List<String> KEYS =
      List.of(
          "member",
          "category",
          "id",
          "source",
          "createdAt",
          "author",
          "about",
          "mentions",
          "fields");
  private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final int MAX_SOURCE = 200;
  private static final int MAX_PEOPLE = 10_000;
  private static final int SHOWN = 40;

  private final JsonParser json;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private @Nullable MemberId member;
  private @Nullable Category category;
  private Optional<String> id = Optional.empty();
  private String source = "records";
  private Optional<Moment> createdAt = Optional.empty();
  private boolean hasAuthor;
  private Optional<MemberId> author = Optional.empty();
  private List<MemberId> about = List.of();
  private List<MemberId> mentions = List.of();

  RecordLine(JsonParser json) {
    this.json = json;
  }

  MemberRecord read() throws RowFault {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new RowFault("the line", "no object", "one JSON object");
    }
    for (String key = json.nextName(); key != null; key = json.nextName()) {
      json.nextToken();
      read(key);
    }
    if (json.nextToken() != null) {
      throw new RowFault("the line", "more than one value", "one JSON object");
    }
    return record();
  }

  private void read(String key) throws RowFault {
    switch (key) {
      case "member" -> member = RowMapper.member(key, required(key, "the member's id"));
      case "category" -> category = category(required(key, "a category, e.g. content.post"));
      case "id" -> id = text(key);
      case "source" -> source = source(key);
      case "createdAt" -> {
        Optional<String> raw = text(key);
        createdAt = raw.isEmpty() ? Optional.empty() : Optional.of(Times.ISO.read(key, raw.get()));
      }
      case "author" -> {
        hasAuthor = true;
        Optional<String> text = text(key);
        author = text.isEmpty() ? Optional.empty() : Optional.of(RowMapper.member(key, text.get()));
      }
      case "about" -> about = people(key);
      case "mentions" -> mentions = people(key);
      case "fields" -> readFields();
      default ->
          throw new RowFault(
              "the line",
              "unknown key \"" + key.substring(0, Math.min(SHOWN, key.length())) + "\"",
              Nearest.suggestion(key, KEYS));
    }
  }

  private MemberRecord record() throws RowFault {
    if (member == null) {
      throw new RowFault("member", "nothing", "the member's id");
    }
    if (category == null) {
      throw new RowFault("category", "nothing", "a category, e.g. content.post");
    }
    MemberId holder = member;
    var draft = new RecordDraft(holder, new Source(RowMapper.KIND, source, 0), category);
    if (hasAuthor) {
      draft.author(author);
    }
    about.stream().filter(p -> !p.equals(holder)).forEach(p -> draft.about(Optional.of(p)));
    draft.mentions(mentions).at(createdAt);
    fields.forEach(draft::put);
    id.ifPresent(key -> draft.key(List.of(key)));
    return draft.build();
  }

  private static Category category(String code) throws RowFault {
    Optional<Category> found = Category.of(code);
    if (found.isEmpty()) {
      List<String> codes = Arrays.stream(Category.values()).map(Category::code).toList();
      String shown = code.substring(0, Math.min(SHOWN, code.length()));
      throw new RowFault("category", "\"" + shown + "\"", Nearest.suggestion(code, codes));
    }
    return found.get();
  }

  private String source(String key) throws RowFault {
    String name = required(key, "the table's lasting name");
    if (name.length() > MAX_SOURCE) {
      throw new RowFault(key, "more than 200 characters", "the table's lasting name");
    }
    return name;
  }

  private void readFields() throws RowFault {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new RowFault("fields", Json.describe(json.currentToken()), "an object of texts");
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (!FIELD_NAME.matcher(name).matches()) {
        throw new RowFault("fields", "a name that is not in camel case", "e.g. text or jobTitle");
      }
      Optional<String> value = text("fields." + name);
      if (value.isPresent()) {
        fields.put(name, value.get());
      }
    }
  }

  private List<MemberId> people(String key) throws RowFault {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      Optional<String> one = text(key);
      return one.isEmpty() ? List.of() : List.of(RowMapper.member(key, one.get()));
    }
    List<MemberId> people = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (people.size() == MAX_PEOPLE) {
        throw new RowFault(key, "more than 10000 people", "fewer");
      }
      people.add(RowMapper.member(key, required(key, "a person's id")));
    }
    return people;
  }

  private String required(String key, String expected) throws RowFault {
    return text(key).orElseThrow(() -> new RowFault(key, "nothing", expected));
  }

  /// Text, a number or a truth value; empty for null and for empty text.
  private Optional<String> text(String where) throws RowFault {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    if (!token.isScalarValue()) {
      throw new RowFault(where, Json.describe(token), "text");
    }
    String text = json.getString();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
