package dev.demur.cli;

import dev.demur.home.Progress;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Where a command speaks: results on stdout, the rest on stderr.
///
/// With `--json`, stdout holds JSON and nothing else; with `--quiet`, stderr holds errors only.
final class Output {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final boolean quiet;
  private final ProgressBar bar;

  Output(PrintStream out, PrintStream err, boolean json, boolean quiet) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.quiet = quiet;
    this.bar = new ProgressBar(err, onTerminal());
  }

  /// JDK 25 again has no console where input or output is redirected.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  boolean isJson() {
    return json;
  }

  /// The result of a command: the value as one line of JSON, or the text for people.
  void result(Object value, String text) {
    if (json) {
      out.println(JSON.writeValueAsString(value));
    } else {
      out.println(text);
    }
  }

  /// Text on stdout that is its own format, e.g. JSON Lines or a report.
  void raw(String text) {
    out.print(text);
    out.flush();
  }

  void info(String text) {
    if (!quiet) {
      err.println(text);
    }
  }

  void error(String text) {
    err.println(text);
  }

  /// A bar on a terminal, a line now and then elsewhere.
  Progress progress() {
    return quiet ? Progress.NONE : bar;
  }

  /// A map that keeps its order, for results: `pairs` are names and values by turns.
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
