package dev.demur.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table in plain characters: headings, a rule, rows; numbers to the right.
final class Table {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Number number ? number(number) : String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  private static String number(Number number) {
    return "%,d".formatted(number.longValue());
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, headings.size())
            .map(column ->
                Math.max(
                    headings.get(column).length(),
                    rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
            .toArray();
    String rule = IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  "));
    List<String> lines = new ArrayList<>();
    lines.add(line(headings, widths));
    lines.add(rule);
    rows.forEach(row -> lines.add(line(row, widths)));
    return String.join("\n", lines);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      boolean number = cell.matches("[0-9,.]+");
      String padding = " ".repeat(widths[column] - cell.length());
      line.append(column == 0 ? "" : "  ").append(number ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }
}
