package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import java.io.Serializable;
import java.util.Comparator;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;

/// How one kind of row is laid out in a [MemberTable].
///
/// @param <R> the row; equal rows must be equal by `equals`, and what comes back from [#read] must
///   equal what went into [#write]
interface RowFormat<R> extends Serializable {
  /// The column by which a table is bucketed; every schema has it, as a required string.
  String MEMBER = "member";

  Schema schema();

  MemberId member(R row);

  /// The order of one member's rows; two different rows of a member never compare as equal.
  Comparator<R> order();

  Record write(R row);

  R read(Record columns);
}
