package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberFacts.Notice;
import dev.demur.model.MemberFacts.Objection;
import dev.demur.model.MemberFacts.Residence;
import dev.demur.model.MemberFacts.ToggleChange;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Switch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads one line of a batch into a [DecisionCase].
///
/// Facts that are missing or null are unknown, and unknown facts deny; a purpose, recipient or
/// category that Demur does not know is not covered by any program. What is malformed, given twice,
/// or written under a key that looks like a slip, is refused. Keys that mean nothing here are
/// skipped.
final class CaseReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Members' ids are names here: a table of all names would only ever be copied and thrown
          // away.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(16).maxStringLength(100_000).build())
          .build();

  private static final List<String> CASE = List.of("id", "at", "use", "record", "members");
  private static final List<String> USE = List.of("purpose", "recipient");
  private static final List<String> RECORD =
      List.of("category", "createdAt", "author", "about", "mentions", "deletedAt");
  private static final List<String> MEMBER =
      List.of("countries", "birthDate", "toggle", "objections", "notices", "closedAt");
  private static final List<String> RESIDENCE = List.of("code", "from");
  private static final List<String> TOGGLE = List.of("value", "at", "switch");
  private static final List<String> OBJECTION = List.of("filedAt", "decidedAt", "state", "covers");
  private static final List<String> NOTICE = List.of("deliveredAt");

  private static final Map<String, Boolean> ON_OFF =
      ProgramReader.ordered("on", true, "off", false);
  private static final Map<String, Switch> SWITCHES =
      ProgramReader.codes(Switch.values(), Switch::code);
  private static final Map<String, Objection.State> STATES =
      ProgramReader.words(Objection.State.values());
  private static final Map<String, Purpose> PURPOSES =
      ProgramReader.codes(Purpose.values(), Purpose::code);
  private static final Map<String, Recipient> RECIPIENTS =
      ProgramReader.codes(Recipient.values(), Recipient::code);
  private static final Map<String, Control> CONTROLS =
      ProgramReader.codes(Control.values(), Control::code);

  /// A code that ISO 3166-1 keeps free: a country that is not known.
  private static final String UNKNOWN_COUNTRY = "ZZ";

  private final JsonCursor json;
  private @Nullable String id;
  private @Nullable Instant at;
  private int purpose = -1;
  private int recipient = -1;
  private int category = Law.UNKNOWN_CATEGORY;
  private @Nullable RecordFacts record;
  private final Map<MemberId, MemberFacts> members = new HashMap<>();

  private CaseReader(JsonCursor json) {
    this.json = json;
  }

  static DecisionCase read(LineText line) throws CaseRefused {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), line.chars(), 0, line.length())) {
      var reader = new CaseReader(new JsonCursor(parser));
      parser.nextToken();
      DecisionCase found = reader.read();
      if (parser.nextToken() != null) {
        throw CaseRefused.found("more after the object", "one object a line");
      }
      return found;
    } catch (JacksonException e) {
      throw CaseRefused.found(
          "text that is not JSON (" + e.getOriginalMessage() + ")", "one JSON object");
    }
  }

  private DecisionCase read() throws CaseRefused {
    json.object(
        CASE,
        key -> {
          switch (key) {
            case "id" -> id = json.caseId();
            case "at" -> at = askable(json.instant());
            case "use" -> use();
            case "record" -> record = record();
            case "members" -> members();
            default -> {
              return false;
            }
          }
          return true;
        });
    String caseId = required(id, "id");
    Instant instant = required(at, "at");
    RecordFacts facts = required(record, "record");
    if (purpose < 0 || recipient < 0) {
      throw CaseRefused.found("nothing", "a purpose and a recipient").inside("use");
    }
    return new DecisionCase(caseId, instant, purpose, recipient, category, facts, members);
  }

  private static <T> T required(@Nullable T value, String key) throws CaseRefused {
    if (value == null) {
      throw CaseRefused.found("nothing", "a value").inside(key);
    }
    return value;
  }

  private static Instant askable(Instant at) throws CaseRefused {
    if (!Occasion.isAskable(at)) {
      throw CaseRefused.found(
          at.toString(), "an instant from " + Occasion.FIRST + " until " + Occasion.LAST);
    }
    return at;
  }

  private void use() throws CaseRefused {
    json.object(
        USE,
        key -> {
          switch (key) {
            case "purpose" -> purpose = purpose(json.text("a purpose"));
            case "recipient" -> recipient = recipient(json.text("a recipient"));
            default -> {
              return false;
            }
          }
          return true;
        });
  }

  private static int purpose(String code) {
    Purpose known = PURPOSES.get(code);
    return known == null ? Law.UNKNOWN_PURPOSE : Index.of(known);
  }

  private static int recipient(String code) {
    Recipient known = RECIPIENTS.get(code);
    return known == null ? Law.UNKNOWN_RECIPIENT : Index.of(known);
  }

  /// The facts of one record while they are read.
  private static final class RecordParts {
    Optional<Category> category = Optional.empty();
    Optional<Instant> createdAt = Optional.empty();
    Optional<MemberId> author = Optional.empty();
    List<MemberId> about = List.of();
    List<MemberId> mentions = List.of();
    Optional<Instant> deletedAt = Optional.empty();
  }

  private RecordFacts record() throws CaseRefused {
    var parts = new RecordParts();
    json.object(
        RECORD,
        key -> {
          switch (key) {
            case "category" ->
                parts.category = json.isNull() ? Optional.empty() : category(json.text("text"));
            case "createdAt" -> parts.createdAt = json.optionalInstant();
            case "author" ->
                parts.author = json.isNull() ? Optional.empty() : Optional.of(json.memberId());
            case "about" -> parts.about = json.memberIds();
            case "mentions" -> parts.mentions = json.memberIds();
            case "deletedAt" -> parts.deletedAt = json.optionalInstant();
            default -> {
              return false;
            }
          }
          return true;
        });
    category = parts.category.map(Index::of).orElse(Law.UNKNOWN_CATEGORY);
    return new RecordFacts(
        parts.category.orElse(Category.OTHER),
        parts.createdAt,
        parts.author,
        parts.about,
        parts.mentions,
        parts.deletedAt);
  }

  /// A family alone, such as `salary`, means any leaf of it where the family is open.
  private static Optional<Category> category(String code) {
    Optional<Category> found = Category.of(code);
    return found.isPresent() || code.indexOf('.') >= 0 ? found : Category.of(code + ".any");
  }

  private void members() throws CaseRefused {
    if (!json.isNull()) {
      json.idsToObjects(key -> {
        if (members.put(JsonCursor.memberId(key), member()) != null) {
          throw JsonCursor.twice();
        }
        return true;
      });
    }
  }

  /// The facts of one member while they are read.
  private static final class MemberParts {
    final List<Residence> countries = new ArrayList<>(1);
    Optional<LocalDate> birthDate = Optional.empty();
    final List<ToggleChange> toggle = new ArrayList<>(1);
    final List<Objection> objections = new ArrayList<>(1);
    final List<Notice> notices = new ArrayList<>(1);
    Optional<Instant> closedAt = Optional.empty();
  }

  private MemberFacts member() throws CaseRefused {
    var parts = new MemberParts();
    json.object(
        MEMBER,
        key -> {
          switch (key) {
            case "countries" -> json.list(() -> parts.countries.add(residence()));
            case "birthDate" -> parts.birthDate = json.optionalDay();
            case "toggle" -> json.list(() -> parts.toggle.add(toggleChange()));
            case "objections" -> json.list(() -> parts.objections.add(objection()));
            case "notices" -> json.list(() -> parts.notices.add(notice()));
            case "closedAt" -> parts.closedAt = json.optionalInstant();
            default -> {
              return false;
            }
          }
          return true;
        });
    return new MemberFacts(
        parts.countries,
        parts.birthDate,
        parts.toggle,
        parts.objections,
        parts.notices,
        parts.closedAt);
  }

  /// The facts of one event while they are read.
  private static final class EventParts {
    String code = UNKNOWN_COUNTRY;
    @Nullable Instant from;
    @Nullable Boolean on;
    Switch which = Switch.MAIN;
    Optional<Instant> decidedAt = Optional.empty();
    Objection.@Nullable State state;
    final Set<Control> covers = EnumSet.noneOf(Control.class);
  }

  private Residence residence() throws CaseRefused {
    var parts = new EventParts();
    json.object(
        RESIDENCE,
        key -> {
          switch (key) {
            case "code" -> parts.code = json.isNull() ? UNKNOWN_COUNTRY : countryCode();
            case "from" -> parts.from = json.instant();
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Residence(parts.code, required(parts.from, "from"));
  }

  private String countryCode() throws CaseRefused {
    String expected = "two capital letters (ISO 3166-1)";
    String code = json.text(expected);
    if (code.length() != 2 || !isCapital(code.charAt(0)) || !isCapital(code.charAt(1))) {
      throw CaseRefused.found(Section.quote(code), expected);
    }
    return code;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private ToggleChange toggleChange() throws CaseRefused {
    var parts = new EventParts();
    json.object(
        TOGGLE,
        key -> {
          switch (key) {
            case "value" -> parts.on = json.word(ON_OFF);
            case "at" -> parts.from = json.instant();
            case "switch" -> parts.which = json.word(SWITCHES);
            default -> {
              return false;
            }
          }
          return true;
        });
    return new ToggleChange(required(parts.on, "value"), required(parts.from, "at"), parts.which);
  }

  private Objection objection() throws CaseRefused {
    var parts = new EventParts();
    json.object(
        OBJECTION,
        key -> {
          switch (key) {
            case "filedAt" -> parts.from = json.instant();
            case "decidedAt" -> parts.decidedAt = json.optionalInstant();
            case "state" -> parts.state = json.word(STATES);
            case "covers" -> json.list(() -> parts.covers.add(json.word(CONTROLS)));
            default -> {
              return false;
            }
          }
          return true;
        });
    if (parts.covers.isEmpty()) {
      throw CaseRefused.found("nothing", "one or more of " + String.join(", ", CONTROLS.keySet()))
          .inside("covers");
    }
    return new Objection(
        required(parts.from, "filedAt"),
        parts.decidedAt,
        required(parts.state, "state"),
        parts.covers);
  }

  private Notice notice() throws CaseRefused {
    var parts = new EventParts();
    json.object(
        NOTICE,
        key -> {
          if (key.equals("deliveredAt")) {
            parts.from = json.instant();
            return true;
          }
          return false;
        });
    return new Notice(required(parts.from, "deliveredAt"));
  }
}
