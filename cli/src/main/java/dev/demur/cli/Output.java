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
  private static final long PLAIN_LINE_EVERY_MS = 2000;
  private static final int BAR_WIDTH = 30;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final boolean quiet;
  private final boolean terminal;
  private long startedAt;
  private long lastShown;
  private String lastStep = "";

  Output(PrintStream out, PrintStream err, boolean json, boolean quiet) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.quiet = quiet;
    this.terminal = onTerminal();
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
    return quiet ? Progress.NONE : this::show;
  }

  private synchronized void show(String step, long done, long total) {
    long now = System.nanoTime() / 1_000_000;
    if (!step.equals(lastStep)) {
      endBar();
      lastStep = step;
      startedAt = now;
      lastShown = terminal ? 0 : now;
    }
    boolean last = total > 0 && done >= total;
    if (!last && now - lastShown < (terminal ? 100 : PLAIN_LINE_EVERY_MS)) {
      return;
    }
    if (!terminal && last && now - startedAt < PLAIN_LINE_EVERY_MS) {
      return; // over before anybody would have wondered
    }
    lastShown = now;
    err.print(terminal ? "\r\033[K" + bar(step, done, total, now) : line(step, done, total) + "\n");
    err.flush();
    if (last) {
      endBar();
    }
  }

  private void endBar() {
    if (terminal && !lastStep.isEmpty()) {
      err.print("\r\033[K");
      err.flush();
    }
    lastStep = "";
  }

  private String bar(String step, long done, long total, long now) {
    if (total <= 0) {
      return step + " " + done;
    }
    int filled = (int) (BAR_WIDTH * done / total);
    long elapsed = now - startedAt;
    String left = done == 0 ? "" : "  %d s left".formatted(elapsed * (total - done) / done / 1000);
    return "%s [%s%s] %d/%d%s"
        .formatted(step, "#".repeat(filled), " ".repeat(BAR_WIDTH - filled), done, total, left);
  }

  private static String line(String step, long done, long total) {
    return total > 0 ? "%s %d/%d".formatted(step, done, total) : step + " " + done;
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
