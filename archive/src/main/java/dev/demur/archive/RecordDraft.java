package dev.demur.archive;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A record being put together by a reader.
///
/// Credentials, payments and salaries become stubs here: whatever a reader puts in, only the field
/// [Fields#KIND] stays, so their values leave this package in no record.
public final class RecordDraft {
  private static final Set<String> STUB_FAMILIES = Set.of("credential", "payment", "salary");
  private static final int ID_BYTES = 16;
  private static final int PREIMAGE_BYTES = 256;

  /// Looking a digest up costs more than most records' digests.
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(RecordDraft::sha256);

  private final MemberId holder;
  private final Source source;
  private final Category category;
  private final TreeMap<String, String> fields = new TreeMap<>();
  private final List<MemberId> about = new ArrayList<>();
  private final List<MemberId> mentions = new ArrayList<>();
  private Optional<MemberId> author;
  private Optional<Moment> createdAt = Optional.empty();
  private List<String> key = List.of();

  /// A record written by the holder, unless [#author] says otherwise.
  ///
  /// @param source its entry is the logical file, the same in every export
  public RecordDraft(MemberId holder, Source source, Category category) {
    this.holder = holder;
    this.source = source;
    this.category = category;
    this.author = Optional.of(holder);
  }

  /// Sets a field; a blank value is left out.
  public RecordDraft put(String field, String value) {
    if (!value.isBlank()) {
      fields.put(field, value);
    }
    return this;
  }

  public RecordDraft put(String field, Optional<String> value) {
    value.ifPresent(v -> put(field, v));
    return this;
  }

  /// Who wrote it; empty when nobody knows, or nobody did.
  public RecordDraft author(Optional<MemberId> person) {
    author = person;
    return this;
  }

  public RecordDraft about(Optional<MemberId> person) {
    person.filter(p -> !about.contains(p)).ifPresent(about::add);
    return this;
  }

  public RecordDraft mentions(List<MemberId> people) {
    people.stream().filter(p -> !mentions.contains(p)).forEach(mentions::add);
    return this;
  }

  public RecordDraft at(Optional<Moment> moment) {
    createdAt = moment;
    return this;
  }

  /// The natural key within the logical file: an id or URL. Without one, all of the record counts.
  public RecordDraft key(List<String> parts) {
    key = List.copyOf(parts);
    return this;
  }

  /// Whether a field has been set that is more than a label.
  public boolean hasContent() {
    return fields.keySet().stream().anyMatch(f -> !f.equals(Fields.KIND));
  }

  public MemberRecord build() {
    if (STUB_FAMILIES.contains(category.family())) {
      fields.keySet().retainAll(Set.of(Fields.KIND));
    }
    if (key.isEmpty()) {
      key = contentKey();
    }
    return new MemberRecord(
        id(), holder, author, about, mentions, category, createdAt, fields, source);
  }

  private List<String> contentKey() {
    var parts = new ArrayList<String>();
    parts.add(category.code());
    parts.add(createdAt.map(Moment::raw).orElse(""));
    parts.add(author.map(MemberId::value).orElse(""));
    about.forEach(person -> parts.add(person.value()));
    fields.forEach((name, value) -> {
      parts.add(name);
      parts.add(value);
    });
    return parts;
  }

  /// SHA-256 over holder, kind, logical file and natural key, each as its length in UTF-8 bytes
  /// (four bytes, big-endian) and those bytes; see docs/reference/records.md.
  private RecordId id() {
    var preimage = new ByteArrayOutputStream(PREIMAGE_BYTES);
    add(preimage, holder.value());
    add(preimage, source.kind());
    add(preimage, source.entry());
    key.forEach(part -> add(preimage, part));
    byte[] digest = SHA_256.get().digest(preimage.toByteArray());
    return new RecordId(HexFormat.of().formatHex(digest, 0, ID_BYTES));
  }

  private static void add(ByteArrayOutputStream preimage, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    preimage.write(length >>> 24);
    preimage.write(length >>> 16);
    preimage.write(length >>> 8);
    preimage.write(length);
    preimage.writeBytes(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
