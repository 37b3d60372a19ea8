package dev.demur.cli;

import dev.demur.home.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Shows how far a job is: a bar on a terminal, a line now and then elsewhere; both with the rate
/// and the time that is left.
final class ProgressBar implements Progress {
  private static final long PLAIN_LINE_EVERY_MS = 2000;
  private static final long BAR_EVERY_MS = 100;
  private static final int WIDTH = 30;
  private static final String ERASE_LINE = "\r\033[K";
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private final PrintStream err;
  private final boolean terminal;
  private final LongSupplier milliseconds;
  private long startedAt;
  private long lastShown;
  private String lastStep = "";

  ProgressBar(PrintStream err, boolean terminal) {
    this(err, terminal, () -> System.nanoTime() / 1_000_000);
  }

  /// @param milliseconds a clock that only moves on
  ProgressBar(PrintStream err, boolean terminal, LongSupplier milliseconds) {
    this.err = err;
    this.terminal = terminal;
    this.milliseconds = milliseconds;
  }

  @Override
  public void at(String step, long done, long total) {
    show(step, done, total, false);
  }

  @Override
  public void bytes(String step, long done, long total) {
    show(step, done, total, true);
  }

  private synchronized void show(String step, long done, long total, boolean bytes) {
    long now = milliseconds.getAsLong();
    if (!step.equals(lastStep)) {
      end();
      lastStep = step;
      startedAt = now;
      lastShown = terminal ? 0 : now;
    }
    boolean last = total > 0 && done >= total;
    if (!last && now - lastShown < (terminal ? BAR_EVERY_MS : PLAIN_LINE_EVERY_MS)) {
      return;
    }
    if (!terminal && last && now - startedAt < PLAIN_LINE_EVERY_MS) {
      return; // over before anybody would have wondered
    }
    lastShown = now;
    String line = line(step, done, total, now - startedAt, bytes);
    err.print(terminal ? ERASE_LINE + line : line + "\n");
    err.flush();
    if (last) {
      end();
    }
  }

  private void end() {
    if (terminal && !lastStep.isEmpty()) {
      err.print(ERASE_LINE);
      err.flush();
    }
    lastStep = "";
  }

  private String line(String step, long done, long total, long elapsed, boolean bytes) {
    if (total <= 0) {
      return done == 0 ? step + " ..." : step + " " + amount(done, bytes);
    }
    String bar = terminal ? " [" + filled(done, total) + "]" : "";
    String of = amount(done, bytes) + " of " + amount(total, bytes);
    return step + bar + " " + of + pace(done, total, elapsed, bytes);
  }

  private static String filled(long done, long total) {
    int filled = (int) (WIDTH * Math.min(done, total) / total);
    return "#".repeat(filled) + " ".repeat(WIDTH - filled);
  }

  private static String pace(long done, long total, long elapsed, boolean bytes) {
    if (done <= 0 || elapsed <= 0) {
      return "";
    }
    String rate = amount(done * 1000 / elapsed, bytes) + "/s";
    Duration left = Duration.ofMillis((long) ((double) elapsed * (total - done) / done));
    return done >= total ? ", " + rate : ", %s, %s left".formatted(rate, time(left));
  }

  private static String amount(long count, boolean bytes) {
    if (!bytes) {
      return String.format(Locale.ROOT, "%,d", count);
    }
    double value = count;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }

  private static String time(Duration left) {
    if (left.toHours() > 0) {
      return "%d h %d min".formatted(left.toHours(), left.toMinutesPart());
    }
    return left.toMinutes() > 0
        ? "%d min %d s".formatted(left.toMinutes(), left.toSecondsPart())
        : "%d s".formatted(left.toSeconds());
  }
}
