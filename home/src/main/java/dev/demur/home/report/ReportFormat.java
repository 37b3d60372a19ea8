package dev.demur.home.report;

import dev.demur.home.report.Report.Bars;
import dev.demur.home.report.Report.Block;
import dev.demur.home.report.Report.Counts;
import dev.demur.home.report.Report.Grid;
import dev.demur.home.report.Report.Section;
import dev.demur.home.report.Report.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How a report is written.
public enum ReportFormat {
  /// JSON-LD, with the terms of the W3C Data Privacy Vocabulary.
  JSON {
    @Override
    public String write(Report report) {
      return MAPPER.writeValueAsString(json(report)) + "\n";
    }
  },
  /// One page, which needs nothing else: no script, no picture, no font.
  HTML {
    @Override
    public String write(Report report) {
      return HtmlReport.write(report);
    }
  },
  /// Markdown, with tables.
  MD {
    @Override
    public String write(Report report) {
      return markdown(report);
    }
  };

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Map<String, String> CONTEXT =
      Map.of("dpv", "https://w3id.org/dpv#", "dct", "http://purl.org/dc/terms/");

  /// The report as text of this format.
  public abstract String write(Report report);

  /// By its name on the command line.
  public static Optional<ReportFormat> of(String name) {
    for (ReportFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> json(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@context", CONTEXT);
    json.put("@type", dpvType(report.kind()));
    json.put("report", report.kind());
    json.put("dct:title", report.title());
    json.put("dct:created", report.at().toString());
    json.put("basis", report.basis());
    json.put("figures", figures(report));
    json.put("sections", report.sections().stream().map(ReportFormat::json).toList());
    return json;
  }

  private static String dpvType(String kind) {
    return switch (kind) {
      case "member" -> "dpv:RightExerciseActivity";
      case "article30" -> "dpv:RecordsOfActivities";
      case "lia" -> "dpv:LegitimateInterestAssessment";
      case "dpia" -> "dpv:DPIA";
      default -> "dpv:Assessment";
    };
  }

  /// Every figure by its id, for scripts.
  private static Map<String, Long> figures(Report report) {
    Map<String, Long> figures = new LinkedHashMap<>();
    for (Section section : report.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Counts(var counts)) {
          counts.forEach(figure -> figures.put(figure.id(), figure.value()));
        }
      }
    }
    return figures;
  }

  private static Map<String, Object> json(Section section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("heading", section.heading());
    json.put("blocks", section.blocks().stream().map(ReportFormat::json).toList());
    return json;
  }

  private static Object json(Block block) {
    return switch (block) {
      case Text(var text) -> Map.of("text", text);
      case Counts(var figures) -> Map.of("figures", figures);
      case Bars bars -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", bars.title());
        json.put("labels", bars.labels());
        json.put("values", bars.values());
        json.put("sum", bars.sum());
        json.put("from", bars.from());
        yield json;
      }
      case Grid grid -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("columns", grid.columns());
        json.put("rows", grid.rows());
        json.put("from", grid.from());
        yield json;
      }
    };
  }

  private static String markdown(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(report.title()).append("\n\n");
    out.append("As of %s; from %s.\n".formatted(report.at(), report.basis()));
    for (Section section : report.sections()) {
      out.append("\n## ").append(section.heading()).append('\n');
      section.blocks().forEach(block -> out.append('\n').append(markdown(block)));
    }
    return out.toString();
  }

  private static String markdown(Block block) {
    return switch (block) {
      case Text(var text) -> text + "\n";
      case Counts(var figures) ->
          table(
              List.of("figure", "value", "from"),
              figures.stream()
                  .map(f -> List.of(f.label(), Long.toString(f.value()), f.from()))
                  .toList());
      case Bars bars ->
          "%s: %,d\n\n%s\nFrom: %s\n"
              .formatted(
                  bars.title(),
                  bars.sum(),
                  table(
                      bars.labels(),
                      List.of(bars.values().stream().map(Object::toString).toList())),
                  bars.from());
      case Grid grid -> table(grid.columns(), grid.rows()) + "\nFrom: " + grid.from() + "\n";
    };
  }

  private static String table(List<String> columns, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(line(columns));
    lines.add(line(columns.stream().map(c -> "---").toList()));
    rows.forEach(row -> lines.add(line(row)));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\s+", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
