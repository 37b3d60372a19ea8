package dev.demur.archive;

import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.Limits;
import dev.demur.archive.json.JsonEntries;
import dev.demur.archive.json.JsonEntry;
import dev.demur.archive.json.JsonFault;
import dev.demur.archive.linkedin.LinkedIn;
import dev.demur.archive.mastodon.Mastodon;
import dev.demur.archive.meta.Meta;
import dev.demur.archive.whatsapp.WhatsApp;
import dev.demur.archive.x.X;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.RecordId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;

/// Reads member archives of every kind Demur knows, zip or folder, into records.
///
/// The kind is told by content, never by the archive's own name. Nothing is ever extracted to disk.
/// A damaged or hostile container is refused whole, before its first record, with [ArchiveRefused];
/// a damaged entry or row of a sound container is reported and left out.
public final class ArchiveReader {
  private static final List<ArchiveKind> KINDS =
      List.of(
          new X(),
          new Mastodon(),
          Meta.facebook(),
          Meta.instagram(),
          new WhatsApp(),
          new LinkedIn());
  private static final String ZIP = ".zip";
  private static final Pattern STOCK_NAME =
      Pattern.compile("(?i)^(basic|complete)?_?linkedindataexport");

  private final Limits limits;
  private final DoubleConsumer meter;

  /// A reader with the default limits.
  public ArchiveReader() {
    this(Limits.DEFAULT);
  }

  public ArchiveReader(Limits limits) {
    this(limits, share -> {});
  }

  /// A reader that tells how far it is.
  ///
  /// @param meter takes the share of an archive's unpacked bytes that has been read, many times;
  ///   most bytes are read twice, so it ends near 2
  public ArchiveReader(Limits limits, DoubleConsumer meter) {
    this.limits = limits;
    this.meter = meter;
  }

  /// Reads a whole archive into memory.
  ///
  /// @param holder whose archive it is; when empty, the account id or profile slug inside the
  ///   archive, else the archive's base name
  /// @throws ArchiveRefused when nothing of it may be kept
  public ImportResult read(Path zipOrFolder, Optional<MemberId> holder) {
    var records = new TreeMap<RecordId, MemberRecord>();
    ImportReport report =
        read(zipOrFolder, holder, r -> records.merge(r.id(), r, ArchiveReader::chosen));
    return new ImportResult(
        report.holder(),
        List.copyOf(records.values()),
        report.skipped(),
        report.refused(),
        report.notes());
  }

  /// Reads an archive, handing on each record as it is read; memory does not grow with the archive.
  ///
  /// Two records with one id may be handed on, when the archive holds a row twice.
  ///
  /// @param holder as in [#read(Path, Optional)]
  /// @throws ArchiveRefused when nothing of it may be kept; nothing was handed on before
  public ImportReport read(
      Path zipOrFolder, Optional<MemberId> holder, Consumer<MemberRecord> records) {
    try (Container archive = Container.open(zipOrFolder, limits).metered(meter)) {
      var log = new ImportLog(records);
      archive.refused().forEach(r -> log.refuse(r.entry(), r.line(), r.reason()));
      List<Part> parts = partsOf(archive, log);
      MemberId member =
          holder.or(() -> holderOf(parts)).orElseGet(() -> nameOf(zipOrFolder, parts, log));
      parts.forEach(part -> part.reading().read(member, log));
      log.refusalOfAll()
          .ifPresent(first -> {
            throw new ArchiveRefused(zipOrFolder, first.entry(), first.line(), first.reason(), "");
          });
      return log.report(member, parts.stream().map(part -> part.kind().name()).toList());
    }
  }

  private record Part(ArchiveKind kind, ArchiveKind.Reading reading) {}

  /// What the archive is of: mostly one kind; of two kinds when somebody packed them together.
  private static List<Part> partsOf(Container archive, ImportLog log) {
    List<Part> parts =
        KINDS.stream()
            .flatMap(kind -> kind.recognise(archive).map(r -> new Part(kind, r)).stream())
            .toList();
    if (parts.isEmpty()) {
      throw unknown(archive);
    }
    var taken = new HashSet<String>();
    for (Part part : parts) {
      List<Entry> own =
          archive.entries().stream()
              .filter(e -> !e.isSystemFile() && part.reading().claims(e) && taken.add(e.name()))
              .toList();
      part.reading().verify(own);
    }
    archive.entries().stream()
        .filter(e -> !taken.contains(e.name()))
        .forEach(e -> log.skip(e.name(), leftOut(e)));
    return parts;
  }

  private static String leftOut(Entry entry) {
    if (entry.isSystemFile()) {
      return "is the operating system's";
    }
    boolean zip = entry.name().toLowerCase(Locale.ROOT).endsWith(ZIP);
    return zip ? "is a zip inside the zip" : "holds no table, text or list to read";
  }

  private static Optional<MemberId> holderOf(List<Part> parts) {
    return parts.stream().flatMap(part -> part.reading().holder().stream()).findFirst();
  }

  private static ArchiveRefused unknown(Container archive) {
    boolean lone =
        archive.entries().size() == 1 && JsonEntries.isJson(archive.entries().getFirst());
    if (lone) {
      Entry only = archive.entries().getFirst();
      Optional<JsonFault> fault = JsonEntry.probe(archive, only).fault();
      if (fault.isPresent()) {
        return new ArchiveRefused(
            archive.path(), only.name(), fault.get().line(), fault.get().reason(), "");
      }
    }
    boolean nested = archive.entries().stream().anyMatch(e -> e.name().endsWith(ZIP));
    boolean viewer =
        archive.entries().stream().anyMatch(e -> e.baseName().equals("Your archive.html"));
    String hint = "import the archive as the platform delivered it";
    if (nested) {
      hint = "it holds another zip; unpack it and import that one";
    } else if (viewer) {
      hint = "it is the viewer of an X archive without its folder data";
    }
    return new ArchiveRefused(
        archive.path(), "", 0, "holds no member archive of a known kind", hint);
  }

  /// The archive's base name; or, when that is what the platform calls everybody's, the account
  /// number by which the platform's other archives do not know the holder.
  private static MemberId nameOf(Path path, List<Part> parts, ImportLog log) {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    String base = name.replaceFirst("(?i)(\\.(zip|csv|txt|json|js))+$", "").strip();
    Optional<MemberId> account =
        parts.stream().flatMap(part -> part.reading().accountNumber().stream()).findFirst();
    if (account.isPresent() && STOCK_NAME.matcher(base).find()) {
      return account.get();
    }
    try {
      var member = new MemberId(base);
      log.note("", 0, "no profile inside; the member id is the archive's name");
      return member;
    } catch (IllegalArgumentException e) {
      throw new ArchiveRefused(
          path, "", 0, "no profile inside, and " + e.getMessage(), "use --member ID");
    }
  }

  /// Of two versions of one record, the same one whatever the order of reading.
  private static MemberRecord chosen(MemberRecord first, MemberRecord second) {
    if (first.fields().equals(second.fields())) {
      return first;
    }
    String one = first.fields().toString();
    return one.compareTo(second.fields().toString()) >= 0 ? first : second;
  }
}
