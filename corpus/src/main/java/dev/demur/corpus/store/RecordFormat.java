package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Moment;
import dev.demur.model.RecordId;
import dev.demur.model.Source;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/// Stored records as rows, by record id. The member is the holder.
final class RecordFormat implements RowFormat<MemberRecord> {
  /// The column of record ids.
  static final String RECORD = "record";

  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, MEMBER, Types.StringType.get()),
          Types.NestedField.required(2, RECORD, Types.StringType.get()),
          Types.NestedField.required(3, "category", Types.StringType.get()),
          Types.NestedField.optional(4, "author", Types.StringType.get()),
          Types.NestedField.required(
              5, "about", Types.ListType.ofRequired(15, Types.StringType.get())),
          Types.NestedField.required(
              6, "mentions", Types.ListType.ofRequired(16, Types.StringType.get())),
          Types.NestedField.optional(7, "created_at", Types.TimestampType.withZone()),
          Types.NestedField.optional(8, "precision", Types.StringType.get()),
          Types.NestedField.optional(9, "zone", Types.StringType.get()),
          Types.NestedField.optional(10, "created_as_written", Types.StringType.get()),
          Types.NestedField.required(
              11,
              "fields",
              Types.MapType.ofRequired(17, 18, Types.StringType.get(), Types.StringType.get())),
          Types.NestedField.required(12, "source_kind", Types.StringType.get()),
          Types.NestedField.required(13, "source_entry", Types.StringType.get()),
          Types.NestedField.required(14, "source_line", Types.IntegerType.get()),
          Types.NestedField.optional(19, "person", Types.StringType.get()));

  /// The columns in which people are named; see [#named].
  static final List<String> NAMING = List.of(MEMBER, "author", "about", "mentions", "person");

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public MemberId member(MemberRecord row) {
    return row.holder();
  }

  @Override
  public Comparator<MemberRecord> order() {
    return Comparator.comparing(MemberRecord::id);
  }

  @Override
  public Record write(MemberRecord row) {
    Record columns = GenericRecord.create(SCHEMA);
    columns.setField(MEMBER, row.holder().value());
    columns.setField(RECORD, row.id().value());
    columns.setField("category", row.category().code());
    row.author().ifPresent(author -> columns.setField("author", author.value()));
    columns.setField("about", row.about().stream().map(MemberId::value).toList());
    columns.setField("mentions", row.mentions().stream().map(MemberId::value).toList());
    row.createdAt().ifPresent(moment -> writeMoment(columns, moment));
    Map<String, String> fields = new TreeMap<>(row.fields());
    columns.setField("person", fields.remove(Fields.PERSON));
    columns.setField("fields", fields);
    columns.setField("source_kind", row.source().kind());
    columns.setField("source_entry", row.source().entry());
    columns.setField("source_line", row.source().line());
    return columns;
  }

  private static void writeMoment(Record columns, Moment moment) {
    columns.setField("created_at", moment.instant().atOffset(ZoneOffset.UTC));
    columns.setField("precision", moment.precision().name());
    columns.setField("zone", moment.zone().name());
    columns.setField("created_as_written", moment.raw());
  }

  @Override
  public MemberRecord read(Record columns) {
    String category = text(columns, "category");
    return new MemberRecord(
        new RecordId(text(columns, RECORD)),
        new MemberId(text(columns, MEMBER)),
        Optional.ofNullable((String) columns.getField("author")).map(MemberId::new),
        people(columns, "about"),
        people(columns, "mentions"),
        Category.of(category)
            .orElseThrow(() ->
                new IllegalStateException(
                    "a stored category is unknown to this build: " + category)),
        moment(columns),
        fields(columns),
        new Source(
            text(columns, "source_kind"),
            text(columns, "source_entry"),
            (Integer) columns.getField("source_line")));
  }

  private static String text(Record columns, String name) {
    return (String) columns.getField(name);
  }

  @SuppressWarnings("unchecked")
  private static List<MemberId> people(Record columns, String name) {
    return ((List<String>) columns.getField(name)).stream().map(MemberId::new).toList();
  }

  @SuppressWarnings("unchecked")
  private static SortedMap<String, String> fields(Record columns) {
    SortedMap<String, String> fields =
        new TreeMap<>((Map<String, String>) columns.getField("fields"));
    @Nullable Object person = columns.getField("person");
    if (person != null) {
      fields.put(Fields.PERSON, (String) person);
    }
    return fields;
  }

  /// Everyone whom a row names: as author, subject, mentioned person or connection.
  ///
  /// @param columns at least [#NAMING]
  @SuppressWarnings("unchecked")
  static void named(Record columns, Consumer<String> each) {
    for (String column : List.of("author", "person")) {
      @Nullable Object person = columns.getField(column);
      if (person != null) {
        each.accept((String) person);
      }
    }
    ((List<String>) columns.getField("about")).forEach(each);
    ((List<String>) columns.getField("mentions")).forEach(each);
  }

  private static Optional<Moment> moment(Record columns) {
    @Nullable Object at = columns.getField("created_at");
    if (at == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Moment(
            ((OffsetDateTime) at).toInstant(),
            Moment.Precision.valueOf(text(columns, "precision")),
            Moment.Zone.valueOf(text(columns, "zone")),
            text(columns, "created_as_written")));
  }
}
