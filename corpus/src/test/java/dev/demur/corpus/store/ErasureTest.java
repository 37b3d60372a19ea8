package dev.demur.corpus.store;

import static dev.demur.corpus.store.Samples.ANNA;
import static dev.demur.corpus.store.Samples.BELA;
import static dev.demur.corpus.store.Samples.connection;
import static dev.demur.corpus.store.Samples.post;
import static dev.demur.corpus.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stays of a member after erasure, found by reading every file that remains, compressed pages
/// and manifests included.
class ErasureTest {
  private static final String SECRET = "seven violet otters repaired the harbour clock before dawn";

  @TempDir private Path folder;

  @Test
  void nothingOfAnErasedMemberRemainsInAnyFile() throws Exception {
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable records = RecordTable.open(warehouse, Homes.TOKENS, 1);
      CorpusTable corpus = CorpusTable.open(warehouse, 1);
      records.put(
          List.of(
              stored(post(ANNA, 1, SECRET)),
              stored(post(BELA, 2, "something else, with linkedin.com/in/" + ANNA)),
              stored(connection(BELA, 3, ANNA, "Anna", "Berg"))));
      corpus.replace(
          Map.of(
              ANNA,
              List.of(entry(ANNA, 1, SECRET)),
              BELA,
              List.of(entry(BELA, 2, "something else"))));
      assertThat(everythingReadable(warehouse)).anyMatch(s -> s.contains(SECRET));

      records.erase(Set.of(ANNA));
      corpus.erase(Set.of(ANNA));

      List<String> remains = everythingReadable(warehouse);
      assertThat(remains).anyMatch(s -> s.contains("something else"));
      assertThat(remains).noneMatch(s -> s.contains(ANNA.value()));
      for (String words : windows(SECRET, 4)) {
        assertThat(remains).noneMatch(s -> s.contains(words));
      }
    }
  }

  @Test
  void manifestsHoldNoBoundsAndNoCountsOfColumns() {
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable records = RecordTable.open(warehouse, Homes.TOKENS, 1);
      records.put(List.of(stored(post(ANNA, 1, SECRET))));
      try (var view = records.table().view()) {
        DataFile file = view.files().values().iterator().next();
        assertThat(file.lowerBounds()).isNullOrEmpty();
        assertThat(file.upperBounds()).isNullOrEmpty();
        assertThat(file.valueCounts()).isNullOrEmpty();
      }
      assertThat(records.table().table().currentSnapshot().summary().toString())
          .doesNotContain("anna");
    }
  }

  @Test
  void oneSnapshotAndOneMetadataFileRemain() throws IOException {
    try (Warehouse warehouse = Homes.warehouse(folder)) {
      RecordTable records = RecordTable.open(warehouse, Homes.TOKENS, 2);
      IntStream.range(0, 5).forEach(i -> records.put(List.of(stored(post(ANNA, i, "text " + i)))));
      assertThat(records.table().table().snapshots()).hasSize(1);
      try (Stream<Path> walk = Files.walk(folder.resolve("warehouse/demur/records"))) {
        assertThat(walk.filter(Files::isRegularFile).map(p -> p.getFileName().toString()))
            .filteredOn(name -> !name.contains("-m"))
            .as("data, metadata, list of manifests")
            .extracting(name -> name.replaceAll(".*\\.", ""))
            .containsExactlyInAnyOrder("parquet", "json", "avro");
      }
    }
  }

  private static CorpusEntry entry(MemberId member, int number, String text) {
    return new CorpusEntry(
        member,
        Samples.id(number),
        Purpose.CONTENT_GENERATION,
        Category.CONTENT_POST,
        Optional.empty(),
        "categories",
        "inputs",
        new CorpusEntry.In(text, new TreeMap<>(Map.of("text", text))));
  }

  private static List<String> windows(String text, int words) {
    String[] split = text.split(" ");
    return IntStream.rangeClosed(0, split.length - words)
        .mapToObj(i -> String.join(" ", List.of(split).subList(i, i + words)))
        .toList();
  }

  /// Every file as bytes, every Parquet and Avro file as decoded rows, and the catalog's tables.
  private List<String> everythingReadable(Warehouse warehouse) throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        found.add(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
        found.add(path.toString());
        String location = LocalFiles.SCHEME + folder.resolve("warehouse").relativize(path);
        if (FileFormat.PARQUET == FileFormat.fromFileName(location)) {
          try (var rows = rowsOf(warehouse, location)) {
            rows.forEach(row -> found.add(row.toString()));
          }
        }
      }
    }
    found.addAll(catalogRows());
    return found;
  }

  private static CloseableIterable<Record> rowsOf(Warehouse warehouse, String location) {
    Schema schema =
        location.contains("/records/") ? new RecordFormat().schema() : new CorpusFormat().schema();
    return Parquet.read(warehouse.files().newInputFile(location))
        .project(schema)
        .createReaderFunc(inFile -> GenericParquetReaders.buildReader(schema, inFile))
        .build();
  }

  private List<String> catalogRows() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
        var statement = connection.createStatement();
        var result = statement.executeQuery("select * from iceberg_tables")) {
      while (result.next()) {
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          rows.add(String.valueOf(result.getString(i)));
        }
      }
    }
    return rows;
  }
}
