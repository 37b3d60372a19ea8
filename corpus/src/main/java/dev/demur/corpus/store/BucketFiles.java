package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

/// Reads and writes the Parquet files of a table: at most one for each bucket. May be sent to other
/// processes that see the same folder.
final class BucketFiles implements Serializable {
  private static final long serialVersionUID = 1;

  /// Members stand together in a file and in the order of their ids, so that groups of few members
  /// let a reader of few members pass over the others; smaller ones than this make reading all of
  /// them dearer.
  private static final String GROUP_BYTES = Integer.toString(256 << 10);

  /// A member seldom has fewer rows, and the writer looks at a group's size that often.
  private static final String ROWS_BETWEEN_LOOKS = "200";

  private final Table table;

  BucketFiles(Table table) {
    this.table = table;
  }

  /// The file of each bucket that has rows, as the table stands now.
  Map<Integer, DataFile> current() {
    Map<Integer, DataFile> files = new TreeMap<>();
    Snapshot snapshot = table.currentSnapshot();
    if (snapshot == null) {
      return files;
    }
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
      for (FileScanTask task : tasks) {
        Integer bucket = task.file().partition().get(0, Integer.class);
        DataFile other = files.put(bucket, task.file());
        if (other != null) {
          throw new IllegalStateException(
              "bucket %d of %s has two files, %s and %s; this build writes one"
                  .formatted(bucket, table.name(), other.location(), task.file().location()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the files of " + table.name(), e);
    }
    return files;
  }

  /// The rows of one file, in its order.
  CloseableIterable<Record> read(DataFile file) {
    return read(file, table.schema());
  }

  /// The rows of one file, in its order, with these columns only.
  CloseableIterable<Record> read(DataFile file, Schema columns) {
    return Parquet.read(table.io().newInputFile(file.location()))
        .project(columns)
        .createReaderFunc(inFile -> GenericParquetReaders.buildReader(columns, inFile))
        .build();
  }

  /// The rows of these members in one file, in its order, and rows of some others.
  CloseableIterable<Record> readAbout(DataFile file, Set<MemberId> members) {
    Object[] ids = members.stream().map(MemberId::value).toArray();
    return Parquet.read(table.io().newInputFile(file.location()))
        .project(table.schema())
        .filter(Expressions.in(RowFormat.MEMBER, ids))
        .createReaderFunc(inFile -> GenericParquetReaders.buildReader(table.schema(), inFile))
        .build();
  }

  /// Writes one bucket's file.
  ///
  /// @param name unlike that of any file the table names
  /// @param rows at least one
  DataFile write(int bucket, String name, Iterator<Record> rows) {
    PartitionData partition = new PartitionData(table.spec().partitionType());
    partition.set(0, bucket);
    String location = table.locationProvider().newDataLocation(table.spec(), partition, name);
    try {
      DataWriter<Record> writer =
          Parquet.writeData(table.io().newOutputFile(location))
              .forTable(table)
              .withSpec(table.spec())
              .withPartition(partition)
              .set(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, GROUP_BYTES)
              .set(TableProperties.PARQUET_ROW_GROUP_CHECK_MIN_RECORD_COUNT, ROWS_BETWEEN_LOOKS)
              .set(TableProperties.PARQUET_ROW_GROUP_CHECK_MAX_RECORD_COUNT, ROWS_BETWEEN_LOOKS)
              .createWriterFunc(GenericParquetWriter::create)
              .overwrite()
              .build();
      try (writer) {
        rows.forEachRemaining(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write bucket %d of %s".formatted(bucket, table.name()), e);
    }
  }
}
