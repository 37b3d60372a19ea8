package dev.demur.learn.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The occupations of O*NET as text: title, description, tasks, other titles.
///
/// Reads the tab-separated tables `Occupation Data.txt` (columns `Title`, `Description`), `Task
/// Statements.txt` (`Task`) and `Alternate Titles.txt` (`Alternate Title`), in any combination;
/// what they say of one code becomes one document. Codes without a title give none.
final class OnetText {
  private static final String CODE = "O*NET-SOC Code";
  private static final int MAX_OTHER_TITLES = 24;

  private final SortedMap<String, Occupation> occupations = new TreeMap<>();

  private static final class Occupation {
    private String title = "";
    private String description = "";
    private final List<String> tasks = new ArrayList<>();
    private final List<String> otherTitles = new ArrayList<>();
  }

  static boolean isTable(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first != null && first.startsWith(CODE + "\t");
    }
  }

  void add(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      List<String> columns = cells(String.valueOf(lines.readLine()));
      if (columns.stream().noneMatch(List.of("Description", "Task", "Alternate Title")::contains)) {
        throw new PublicTextException(
            file,
            "a table of O*NET must have one of the columns Description, Task and Alternate Title,"
                + " got "
                + columns);
      }
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
          throw new PublicTextException(
              file, number, "must have %d cells, got %d".formatted(columns.size(), cells.size()));
        }
        addRow(columns, cells);
      }
    }
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }

  private void addRow(List<String> columns, List<String> cells) {
    Occupation occupation = occupations.computeIfAbsent(cells.getFirst(), code -> new Occupation());
    for (int i = 1; i < columns.size(); i++) {
      String cell = cells.get(i).strip();
      switch (columns.get(i)) {
        case "Title" -> occupation.title = cell;
        case "Description" -> occupation.description = cell;
        case "Task" -> occupation.tasks.add(cell);
        case "Alternate Title" -> occupation.otherTitles.add(cell);
        default -> {
          // Codes, dates and kinds: no text.
        }
      }
    }
  }

  List<PublicDocument> documents() {
    List<PublicDocument> documents = new ArrayList<>();
    occupations.forEach((code, occupation) -> {
      if (!occupation.title.isEmpty()) {
        documents.add(new PublicDocument("onet/" + code, text(occupation)));
      }
    });
    return documents;
  }

  private static String text(Occupation occupation) {
    StringBuilder text = new StringBuilder(occupation.title);
    if (!occupation.description.isEmpty()) {
      text.append("\n\n").append(occupation.description);
    }
    if (!occupation.tasks.isEmpty()) {
      text.append("\n\nTasks:");
      occupation.tasks.forEach(task -> text.append("\n- ").append(task));
    }
    if (!occupation.otherTitles.isEmpty()) {
      List<String> titles = occupation.otherTitles.stream().limit(MAX_OTHER_TITLES).toList();
      text.append("\n\nOther titles: ").append(String.join(", ", titles)).append('.');
    }
    return text.toString();
  }
}
