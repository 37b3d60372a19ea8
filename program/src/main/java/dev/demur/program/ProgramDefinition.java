package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import dev.demur.model.Use;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// All that a program file says, checked, in the words of the file.
///
/// @param name as in `--program`, e.g. `linkedin-2025`
/// @param zone in which dates without a zone are read and birthdays are reached
/// @param moved which regions count for a record whose author has moved
/// @param regions in the order of the file; no country is in two of them
/// @param notCovered the countries that the region with the rest of the world does not take
/// @param categories in the order of the file
/// @param toggles the settings that the program offers
/// @param bannerCounts whether a notice that was shown in the product counts as delivered
/// @param wording by language code; never empty
public record ProgramDefinition(
    String name,
    String title,
    String controller,
    ZoneId zone,
    List<Purpose> purposes,
    Moved moved,
    List<Region> regions,
    Set<String> notCovered,
    Age age,
    List<CategoryRule> categories,
    Map<Switch, Toggle> toggles,
    Objection objection,
    Subjects subjects,
    Window window,
    SortedMap<String, Wording> wording,
    boolean bannerCounts) {

  public ProgramDefinition {
    purposes = List.copyOf(purposes);
    regions = List.copyOf(regions);
    notCovered = Collections.unmodifiableSortedSet(new TreeSet<>(notCovered));
    categories = List.copyOf(categories);
    toggles = unmodifiable(Switch.class, toggles);
    wording = Collections.unmodifiableSortedMap(new TreeMap<>(wording));
  }

  /// The setting about training itself; empty where the program offers none.
  public Optional<Toggle> toggle() {
    return Optional.ofNullable(toggles.get(Switch.MAIN));
  }

  /// Which regions count for a record whose author has moved.
  public enum Moved {
    /// Every region the author has lived in since the record was created; all must permit.
    STRICTEST,
    /// The region of the instant of the decision only.
    CURRENT
  }

  /// A set of countries under the same rules.
  ///
  /// @param countries ISO 3166-1 alpha-2; empty for the region that takes the rest of the world
  /// @param zone in which the region's dates are read
  /// @param starts the first instant at which data may be used
  /// @param ends the first instant at which it may no longer be used
  /// @param allowedFrom who may train, each from an instant on; who is absent may not
  public record Region(
      String id,
      String title,
      Set<String> countries,
      ZoneId zone,
      Instant starts,
      Optional<Instant> ends,
      Basis basis,
      Map<Recipient, Instant> allowedFrom,
      NoticeRule notice) {
    public Region {
      countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
      allowedFrom = unmodifiable(Recipient.class, allowedFrom);
    }

    /// Whether somebody may train from an instant on, as far as the list of recipients goes.
    public boolean allows(Recipient recipient, Instant at) {
      Instant from = allowedFrom.get(recipient);
      return from != null && !from.isAfter(at);
    }

    /// Whether this region takes every country that no other region names.
    public boolean isRest() {
      return countries.isEmpty();
    }
  }

  /// On what the use of data rests (GDPR Art. 6(1)).
  public enum Basis {
    CONSENT("consent"),
    CONTRACT("contract"),
    LEGITIMATE_INTEREST("legitimate-interest"),
    /// The law of the region asks for none.
    NONE_REQUIRED("none-required");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// Whether members must be told, and how long before their data may be used.
  ///
  /// @param leadDays days of 24 hours between delivery and first use; 0 when not required
  /// @param path where the file says so
  public record NoticeRule(boolean required, int leadDays, String path) {}

  /// From what age on data may be used.
  ///
  /// @param minimum in years; younger members' data is never used
  /// @param createdAsMinor what becomes of records that the member created when younger
  public record Age(int minimum, CreatedAsMinor createdAsMinor) {}

  /// What becomes of records that a member created before reaching the minimum age.
  public enum CreatedAsMinor {
    DENY,
    ALLOW
  }

  /// What the program says of a category or a family.
  ///
  /// @param pattern `family.leaf` or `family.*`; the leaf beats the family
  public record CategoryRule(String pattern, Standing standing) {}

  /// Whether a category takes part.
  public enum Standing {
    IN,
    /// Not used, and not part of this program.
    OUT,
    /// Must never be used by anybody.
    NEVER
  }

  /// What a control reaches.
  public record Reach(Set<Purpose> purposes, Set<Category> categories) {
    public Reach {
      purposes = Set.copyOf(purposes);
      categories = Set.copyOf(categories);
    }

    public boolean reaches(Purpose purpose, Category category) {
      return purposes.contains(purpose) && categories.contains(category);
    }
  }

  /// A setting that a member may switch.
  ///
  /// @param path where it stands in the file
  /// @param recipients training by whom it reaches
  /// @param signals which switch it off for a member who has not switched it on
  public record Toggle(
      String path,
      String name,
      boolean defaultOn,
      Clock clock,
      Reach covers,
      Set<Recipient> recipients,
      Set<Signal> signals) {
    public Toggle {
      recipients = Set.copyOf(recipients);
      signals = Collections.unmodifiableSortedSet(new TreeSet<>(signals));
    }

    /// Whether the setting has a say in such a use.
    public boolean reaches(Use use, Category category) {
      return covers.reaches(use.purpose(), category) && recipients.contains(use.recipient());
    }
  }

  /// What a toggle that is off cuts.
  public enum Clock {
    /// Off: no further training uses the member's data, whenever it was created.
    TRAINING_TIME,
    /// Off: data created while it is off is not used, ever.
    DATA_TIME
  }

  /// The objection form (GDPR Art. 21).
  ///
  /// @param pending what an objection does before it is decided
  public record Objection(String name, Pending pending, Map<Control, Reach> reaches) {
    public Objection {
      reaches = unmodifiable(Control.class, reaches);
    }
  }

  /// What an objection does before it is decided.
  public enum Pending {
    /// Stops the use at once (GDPR Art. 18(1)(d)).
    RESTRICTS,
    IGNORED
  }

  /// What other people in a record may say.
  public record Subjects(About about, Mentioned mentioned) {}

  /// The say of those whom a record is about.
  public enum About {
    MUST_PERMIT,
    IGNORED
  }

  /// What becomes of a mentioned person who does not permit.
  public enum Mentioned {
    REDACT,
    KEEP
  }

  /// When a record must have been created.
  ///
  /// @param from the first instant
  /// @param until the first instant that is too late
  /// @param maxAgeDays how many days of 24 hours a record may be old when it is used
  public record Window(Optional<Instant> from, Optional<Instant> until, OptionalInt maxAgeDays) {}

  private static <K extends Enum<K>, V> Map<K, V> unmodifiable(Class<K> type, Map<K, V> map) {
    var copy = new EnumMap<K, V>(type);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }
}
