package dev.demur.corpus.store;

import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;

/// Corpus entries as rows, by record id and purpose. The member is the holder.
final class CorpusFormat implements RowFormat<CorpusEntry> {
  /// The outcome of what is in; anything else in that column is a reason.
  private static final String IN = "in";

  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, MEMBER, Types.StringType.get()),
          Types.NestedField.required(2, "record", Types.StringType.get()),
          Types.NestedField.required(3, "purpose", Types.StringType.get()),
          Types.NestedField.required(4, "category", Types.StringType.get()),
          Types.NestedField.optional(5, "created_at", Types.TimestampType.withZone()),
          Types.NestedField.required(6, "outcome", Types.StringType.get()),
          Types.NestedField.required(7, "clause", Types.StringType.get()),
          Types.NestedField.optional(8, "text", Types.StringType.get()),
          Types.NestedField.required(
              9,
              "fields",
              Types.MapType.ofRequired(10, 11, Types.StringType.get(), Types.StringType.get())),
          Types.NestedField.optional(12, "inputs", Types.StringType.get()));

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public MemberId member(CorpusEntry row) {
    return row.member();
  }

  @Override
  public Comparator<CorpusEntry> order() {
    return Comparator.comparing(CorpusEntry::record).thenComparing(CorpusEntry::purpose);
  }

  @Override
  public Record write(CorpusEntry row) {
    Record columns = GenericRecord.create(SCHEMA);
    columns.setField(MEMBER, row.member().value());
    columns.setField("record", row.record().value());
    columns.setField("purpose", row.purpose().code());
    columns.setField("category", row.category().code());
    row.createdAt().ifPresent(at -> columns.setField("created_at", at.atOffset(ZoneOffset.UTC)));
    columns.setField("clause", row.clause());
    columns.setField("inputs", row.inputs());
    switch (row.outcome()) {
      case CorpusEntry.In(var text, var fields) -> {
        columns.setField("outcome", IN);
        columns.setField("text", text);
        columns.setField("fields", fields);
      }
      case CorpusEntry.Out(var reason) -> {
        columns.setField("outcome", reason);
        columns.setField("fields", Map.of());
      }
    }
    return columns;
  }

  @Override
  public CorpusEntry read(Record columns) {
    return new CorpusEntry(
        new MemberId(text(columns, MEMBER)),
        new RecordId(text(columns, "record")),
        known(Purpose.of(text(columns, "purpose")), "purpose", columns),
        known(Category.of(text(columns, "category")), "category", columns),
        Optional.ofNullable((OffsetDateTime) columns.getField("created_at"))
            .map(OffsetDateTime::toInstant),
        text(columns, "clause"),
        Objects.requireNonNullElse((String) columns.getField("inputs"), ""),
        outcome(columns));
  }

  @SuppressWarnings("unchecked")
  private static CorpusEntry.Outcome outcome(Record columns) {
    String outcome = text(columns, "outcome");
    return outcome.equals(IN)
        ? new CorpusEntry.In(
            text(columns, "text"), new TreeMap<>((Map<String, String>) columns.getField("fields")))
        : new CorpusEntry.Out(outcome);
  }

  private static <T> T known(Optional<T> value, String column, Record columns) {
    return value.orElseThrow(() ->
        new IllegalStateException(
            "the corpus table holds a %s that this build does not know: %s"
                .formatted(column, columns.getField(column))));
  }

  private static String text(Record columns, String name) {
    return (String) columns.getField(name);
  }
}
