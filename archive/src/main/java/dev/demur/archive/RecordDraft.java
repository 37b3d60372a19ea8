package dev.demur.archive;

import dev.demur.model.Category;
import dev.demur.model.FieldMap;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A record being put together by a reader.
///
/// Credentials, payments and salaries become stubs here: whatever a reader puts in, only the field
/// [Fields#KIND] stays, so their values leave this package in no record.
public final class RecordDraft {
  private static final Set<Category> STUBS =
      EnumSet.of(Category.CREDENTIAL, Category.PAYMENT, Category.SALARY);

  /// Looking a digest up costs more than most records' digests.
  private static final ThreadLocal<Preimage> PREIMAGE = ThreadLocal.withInitial(Preimage::new);

  private final MemberId holder;
  private final Source source;
  private final Category category;
  private final FieldMap.Builder fields = new FieldMap.Builder();
  private List<MemberId> about = List.of();
  private List<MemberId> mentions = List.of();
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
    if (person.isPresent()) {
      about = with(about, person.get());
    }
    return this;
  }

  public RecordDraft mentions(List<MemberId> people) {
    for (MemberId person : people) {
      mentions = with(mentions, person);
    }
    return this;
  }

  private static List<MemberId> with(List<MemberId> people, MemberId person) {
    if (people.isEmpty()) {
      return List.of(person);
    }
    if (people.contains(person)) {
      return people;
    }
    List<MemberId> more = people.size() == 1 ? new ArrayList<>(people) : people;
    more.add(person);
    return more;
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
    return fields.size() > (fields.has(Fields.KIND) ? 1 : 0);
  }

  public MemberRecord build() {
    if (STUBS.contains(category)) {
      fields.retain(Fields.KIND);
    }
    FieldMap content = fields.build();
    return new MemberRecord(
        id(content), holder, author, about, mentions, category, createdAt, content, source);
  }

  /// SHA-256 over holder, kind, logical file and natural key; see docs/reference/records.md.
  private RecordId id(FieldMap content) {
    Preimage preimage = PREIMAGE.get();
    preimage.start(holder.value(), source.kind(), source.entry());
    if (key.isEmpty()) {
      addAll(preimage, content);
    } else {
      key.forEach(preimage::add);
    }
    return new RecordId(preimage.digest());
  }

  private void addAll(Preimage preimage, FieldMap content) {
    preimage.addCommon(category.code());
    preimage.add(createdAt.map(Moment::raw).orElse(""));
    preimage.add(author.map(MemberId::value).orElse(""));
    about.forEach(person -> preimage.add(person.value()));
    for (var field : content.entrySet()) {
      preimage.addCommon(field.getKey());
      preimage.add(field.getValue());
    }
  }
}
