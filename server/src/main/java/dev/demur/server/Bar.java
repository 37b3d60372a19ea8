package dev.demur.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One bar of a horizontal bar chart, in the units of its drawing.
///
/// @param in whether the bar stands for records that are in
/// @param y upper edge
/// @param width 0 to 360
public record Bar(String label, long value, long total, boolean in, int y, int width) {
  private static final int STEP = 28;
  private static final int WIDEST = 360;

  /// Bars in the order of the map.
  static List<Bar> of(Map<String, Long> values, String labelOfIn) {
    long total = values.values().stream().mapToLong(Long::longValue).sum();
    long most = values.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    values.forEach((label, value) ->
        bars.add(
            new Bar(
                label,
                value,
                total,
                label.equals(labelOfIn),
                bars.size() * STEP,
                most == 0 ? 0 : Math.toIntExact(WIDEST * value / most))));
    return List.copyOf(bars);
  }

  public static int chartHeight(List<Bar> bars) {
    return Math.max(1, bars.size()) * STEP;
  }

  public String valueText() {
    return "%,d".formatted(value);
  }

  public String shareText() {
    return total == 0 ? "0 %" : "%.1f %%".formatted(100.0 * value / total);
  }
}
