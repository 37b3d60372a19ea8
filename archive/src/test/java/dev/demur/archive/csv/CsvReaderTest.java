package dev.demur.archive.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CsvReaderTest {
  private static final int MAX_CELL = 1000;

  static LongStream seeds() {
    return Seeds.upTo(100);
  }

  @Test
  void quotesLineEndsAndDelimitersInsideQuotedCellsAreText() throws IOException {
    assertThat(read("a,\"b, \"\"c\"\"\nd\",e\nf,,\n", 3))
        .containsExactly(cells(1, "a", "b, \"c\"\nd", "e"), cells(3, "f", "", ""));
  }

  @Test
  void everyLineEndEndsARowAndIsOneNewlineInsideACell() throws IOException {
    assertThat(read("a,b\r\n\"c\r\nd\",e\rf,g", 2))
        .containsExactly(cells(1, "a", "b"), cells(2, "c\nd", "e"), cells(4, "f", "g"));
  }

  @Test
  void aBlankLineIsARowOfOneEmptyCell() throws IOException {
    assertThat(read("a,b\n\nc,d\n", 2))
        .containsExactly(cells(1, "a", "b"), cells(2, ""), cells(3, "c", "d"));
  }

  @Test
  void rowsThatAreTooShortOrTooLongAreBroken() throws IOException {
    assertThat(read("a,b,c\na\na,b,c,d,e\na,b,c,,\nx,y,z\n", 3))
        .containsExactly(
            cells(1, "a", "b", "c"),
            broken(2, "has 1 of 3 cells"),
            broken(3, "has 5 cells, the header has 3"),
            cells(4, "a", "b", "c", "", ""),
            cells(5, "x", "y", "z"));
  }

  @Test
  void aRowOfManyLinesAndTooManyCellsIsLeftAsAWhole() throws IOException {
    assertThat(read("a,\"b\nc\",d\nx,y\n", 2))
        .containsExactly(broken(1, "has 3 cells, the header has 2"), cells(3, "x", "y"));
  }

  @Test
  void backslashesEscapeQuotesWhereNothingElseFits() throws IOException {
    assertThat(read("x,\"The word \\\"accrual\\\" hides a lot, Tomás\"\ny,\"C:\\\"\n", 2))
        .containsExactly(
            cells(1, "x", "The word \"accrual\" hides a lot, Tomás"), cells(2, "y", "C:\\"));
  }

  @Test
  void unescapedQuotesAreTextWhereNothingElseFits() throws IOException {
    assertThat(read("x,\"He said \"no\" to it\"\ny,5\" disk\n", 2))
        .containsExactly(cells(1, "x", "He said \"no\" to it"), cells(2, "y", "5\" disk"));
  }

  @Test
  void aQuoteThatNeverClosesBreaksItsRowOnly() throws IOException {
    assertThat(read("a,\"never closed,b\nc,d,e\nf,g,h\n", 3))
        .containsExactly(
            broken(1, "a quote is opened and never closed"),
            cells(2, "c", "d", "e"),
            cells(3, "f", "g", "h"));
  }

  @Test
  void aForgottenQuoteDoesNotSwallowTheRowsBeforeTheNextQuotedCell() throws IOException {
    assertThat(read("a,\"never closed\nc,d\nf,\"g\"\nh,i\n", 2))
        .containsExactly(
            broken(1, "a quote is closed in the middle of a cell"),
            cells(2, "c", "d"),
            cells(3, "f", "g"),
            cells(4, "h", "i"));
  }

  @Test
  void aCellThatIsTooLongBreaksItsRowOnly() throws IOException {
    String longCell = "x".repeat(MAX_CELL + 1);
    assertThat(read("a," + longCell + "\nc,d\ne,\"" + longCell + "\"\ng,h\n", 2))
        .containsExactly(
            broken(1, "a cell has more than 1000 characters"),
            cells(2, "c", "d"),
            broken(3, "a cell has more than 1000 characters"),
            cells(4, "g", "h"));
  }

  @Test
  void aRowOfVeryManyCellsIsBroken() throws IOException {
    assertThat(read(",".repeat(1500) + "\na,b\n", 2))
        .containsExactly(broken(1, "has more than 1000 cells"), cells(2, "a", "b"));
    assertThat(read(("x".repeat(900) + ",").repeat(10) + "\na,b\n", 2))
        .containsExactly(broken(1, "has more than 4000 characters"), cells(2, "a", "b"));
  }

  @Test
  void aTableOfBrokenQuotesIsGivenUpSoon() {
    String table = "a,\"b\n".repeat(300_000);
    List<CsvRow> rows =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(table, 2));
    assertThat(rows).hasSize(CsvReader.MAX_BROKEN_QUOTES);
    assertThat(rows.getLast())
        .isEqualTo(broken(100, "too many rows with broken quotes; the rest is not read"));
  }

  @Test
  void namelessColumnsAtTheEndMayBeLeftOut() throws IOException {
    try (var reader = new CsvReader(new StringReader("a,b,\nc,d\n"), ',', MAX_CELL)) {
      assertThat(reader.next(2, 3)).contains(cells(1, "a", "b", ""));
      assertThat(reader.next(2, 3)).contains(cells(2, "c", "d"));
      assertThat(reader.next(2, 3)).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenByTheRulesIsReadBack(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    int width = 2 + random.nextInt(4);
    char delimiter = ",;\t".charAt(random.nextInt(3));
    var table = new StringBuilder();
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < 50; i++) {
      var row = new ArrayList<String>();
      for (int j = 0; j < width; j++) {
        row.add(cell(random));
      }
      rows.add(row);
      table.append(written(row, delimiter, random)).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    var read = new ArrayList<List<String>>();
    for (CsvRow row : read(table.toString(), width, delimiter)) {
      assertThat(row).isInstanceOf(CsvRow.Cells.class);
      read.add(((CsvRow.Cells) row).cells());
    }
    assertThat(read).isEqualTo(rows);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyCharactersAreReadToTheEndWithoutAFault(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    var text = new StringBuilder();
    for (int i = random.nextInt(3000); i > 0; i--) {
      text.append("a,\"\"\\\n\r;\0é".charAt(random.nextInt(10)));
    }
    int width = random.nextInt(5);
    var lines = new ArrayList<Integer>();
    for (CsvRow row : read(text.toString(), width)) {
      lines.add(row.line());
    }
    assertThat(lines).isSorted().doesNotHaveDuplicates();
  }

  private static String cell(SplittableRandom random) {
    var cell = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      cell.append("ab c\",;\t\n\\é".charAt(random.nextInt(11)));
    }
    return cell.toString();
  }

  private static String written(List<String> row, char delimiter, SplittableRandom random) {
    var written = new ArrayList<String>();
    for (String cell : row) {
      boolean must =
          cell.indexOf(delimiter) >= 0
              || cell.contains("\"")
              || cell.contains("\n")
              || row.size() == 1;
      boolean quoted = must || random.nextBoolean();
      written.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    return String.join(String.valueOf(delimiter), written);
  }

  private static List<CsvRow> read(String table, int width) throws IOException {
    return read(table, width, ',');
  }

  private static List<CsvRow> read(String table, int width, char delimiter) throws IOException {
    var rows = new ArrayList<CsvRow>();
    try (var reader = new CsvReader(new StringReader(table), delimiter, MAX_CELL)) {
      Optional<CsvRow> row;
      while ((row = reader.next(width, width)).isPresent()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static CsvRow cells(int line, String... cells) {
    return new CsvRow.Cells(line, List.of(cells));
  }

  private static CsvRow broken(int line, String reason) {
    return new CsvRow.Broken(line, reason);
  }
}
