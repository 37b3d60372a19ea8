package dev.demur.program;

import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberId;
import dev.demur.model.Reason;
import dev.demur.model.Use;
import dev.demur.program.ProgramDefinition.Region;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A training program: who may train on what, from when, and who has the last word.
///
/// Read from YAML, checked whole, and compiled; deciding is a pure function of what it is given.
/// Immutable and safe for use by many threads.
public final class Program {
  private static final List<String> SHIPPED =
      List.of("linkedin-2024", "linkedin-2025", "meta-2025", "x-2024");
  private static final String FALLBACK_LANGUAGE = "en";
  private static final long[] NO_FACTS = {};

  private final ProgramDefinition definition;
  private final Map<String, Place> places;
  private final Law law;
  private final String source;
  private final String sha256;

  private Program(ProgramReader.Read read) {
    this.definition = read.definition();
    this.places = read.places();
    this.law = new Law(definition);
    this.source = read.source();
    this.sha256 = sha256(source);
  }

  /// Reads a program file, and the files that it includes from the same folder.
  ///
  /// @throws ProgramException if it is no program, with all that is wrong
  /// @throws UncheckedIOException if it cannot be read
  public static Program load(Path file) {
    return read(ProgramSource.file(file));
  }

  /// Reads a program from text; it cannot include others.
  ///
  /// @param fileName stands in front of every problem
  /// @throws ProgramException if it is no program, with all that is wrong
  public static Program parse(String fileName, String yaml) {
    return read(ProgramSource.text(fileName, yaml));
  }

  /// The names of the programs that come with Demur.
  public static List<String> shippedNames() {
    return SHIPPED;
  }

  /// One of the programs that come with Demur; empty where none has the name.
  public static Optional<Program> shipped(String name) {
    return SHIPPED.contains(name)
        ? Optional.of(read(ProgramSource.resource("/programs/", name + ".yaml")))
        : Optional.empty();
  }

  private static Program read(ProgramSource source) {
    return new Program(ProgramReader.read(source));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public String name() {
    return definition.name();
  }

  public String title() {
    return definition.title();
  }

  /// The digest of [#source]: 64 lower-case hex digits. For a program of one file, the file's own.
  public String sha256() {
    return sha256;
  }

  /// The file's own text, to be kept beside what was decided under it.
  public String source() {
    return source;
  }

  /// All that the file says.
  public ProgramDefinition definition() {
    return definition;
  }

  /// A line of a file.
  ///
  /// @param line 1 is the first
  public record Place(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /// Where a clause stands; empty for one that no file spells out.
  ///
  /// @param clause as in [dev.demur.model.Decision#clause()]
  public Optional<Place> placeOf(String clause) {
    String path = clause.contains(" (") ? clause.substring(0, clause.indexOf(" (")) : clause;
    return Optional.ofNullable(places.get(path));
  }

  Law law() {
    return law;
  }

  /// The region that a country belongs to; empty where the program does not cover it.
  ///
  /// @param country ISO 3166-1 alpha-2, upper case
  public Optional<Region> regionOf(String country) {
    int region = law.regionOfCountry[Countries.index(country)];
    return region < law.regions ? Optional.of(definition.regions().get(region)) : Optional.empty();
  }

  /// What members are shown in a language, else in English, else in the first language there is.
  public Wording wording(String language) {
    var wording = definition.wording();
    Wording found = wording.get(language.toLowerCase(Locale.ROOT));
    Wording english = found != null ? found : wording.get(FALLBACK_LANGUAGE);
    return english != null ? english : wording.firstEntry().getValue();
  }

  /// Whether a record may be used for one use at one instant.
  ///
  /// Facts that lie after `at` have no effect. The first reason in the order of
  /// [dev.demur.model.Reason] that applies is given.
  ///
  /// @throws IllegalArgumentException if `at` is not between 1900 and 2199
  public Decision decide(Use use, RecordFacts record, MemberFactSource members, Instant at) {
    return decide(on(use, at), record, Index.of(record.category()), members);
  }

  /// The law for one use at one instant, for deciding many records.
  ///
  /// @throws IllegalArgumentException if `at` is not between 1900 and 2199
  public Occasion on(Use use, Instant at) {
    return law.on(Index.of(use.purpose()), Index.of(use.recipient()), at);
  }

  /// The reason that a number from [Occasion#decide] stands for; empty for a permit.
  public Optional<Reason> reasonOf(long verdict) {
    return Verdict.isPermit(verdict) ? Optional.empty() : Optional.of(Verdict.reason(verdict));
  }

  /// The clause behind a denial from [Occasion#decide].
  public String clauseOf(long verdict) {
    return law.clauses.of(verdict);
  }

  /// How the answer comes about: every clause tried, the facts it used, and when the answer
  /// changes.
  ///
  /// @throws IllegalArgumentException if `at` is not between 1900 and 2199
  public Explanation explain(Use use, RecordFacts record, MemberFactSource members, Instant at) {
    return new Explainer(this, use, record, members, at).explain();
  }

  /// Decides one case of a batch.
  Decision decide(DecisionCase given) {
    Occasion occasion = law.on(given.purpose(), given.recipient(), given.at());
    return decide(occasion, given.record(), given.category(), given);
  }

  private Decision decide(
      Occasion occasion, RecordFacts record, int category, MemberFactSource members) {
    long createdAt = Ticks.orUnknown(record.createdAt());
    long[] author = record.author().map(id -> factsOf(members, id)).orElse(NO_FACTS);
    long verdict =
        occasion.author(
            category, createdAt, Ticks.orNever(record.deletedAt()), author, offset(author));
    for (MemberId subject : record.about()) {
      long[] facts = factsOf(members, subject);
      long own = occasion.other(category, createdAt, facts, offset(facts));
      verdict = occasion.withSubject(verdict, own);
    }
    List<MemberId> redact = redact(occasion, record, category, createdAt, members);
    return Verdict.isPermit(verdict)
        ? new Decision.Permit(law.categoryPath[category], redact)
        : new Decision.Deny(Verdict.reason(verdict), law.clauses.of(verdict), redact);
  }

  private List<MemberId> redact(
      Occasion occasion,
      RecordFacts record,
      int category,
      long createdAt,
      MemberFactSource members) {
    if (!law.mentionedRedacted || record.mentions().isEmpty()) {
      return List.of();
    }
    var redact = new LinkedHashSet<MemberId>();
    for (MemberId mentioned : record.mentions()) {
      long[] facts = factsOf(members, mentioned);
      if (!Verdict.isPermit(occasion.other(category, createdAt, facts, offset(facts)))) {
        redact.add(mentioned);
      }
    }
    return List.copyOf(redact);
  }

  private static long[] factsOf(MemberFactSource members, MemberId id) {
    return members.factsOf(id).map(PackedFacts::pack).orElse(NO_FACTS);
  }

  private static int offset(long[] facts) {
    return facts.length == 0 ? Occasion.STRANGER : 0;
  }

  @Override
  public String toString() {
    return "Program[" + name() + ", " + sha256.substring(0, 12) + "]";
  }
}
