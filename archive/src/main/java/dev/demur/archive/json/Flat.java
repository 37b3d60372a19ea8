package dev.demur.archive.json;

import dev.demur.archive.RecordDraft;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Values of a shape that nobody has described, as fields of a record.
public final class Flat {
  private static final int MAX_FIELDS = 40;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_VALUE = 2000;
  private static final int MAX_NAME = 60;
  private static final Pattern SECRET =
      Pattern.compile(
          "token|secret|passw|cookie|datr|session|credential|private_?key|identity_?key|(^|_)ip(_|$)"
              + "|ip_?addr|login_?ip|udid|device_?id|push|auth|\\bpin\\b|signature|fingerprint",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private Flat() {}

  /// Whether something is named like a secret.
  public static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }

  /// Puts every text and number under the keys that lead to it; what is named like a secret, and
  /// everything below it, is left out.
  public static RecordDraft put(RecordDraft draft, Json value) {
    new Filling(draft).add("", value, 0);
    return draft;
  }

  private static final class Filling {
    private final RecordDraft draft;
    private int count;

    Filling(RecordDraft draft) {
      this.draft = draft;
    }

    void add(String name, Json value, int depth) {
      if (count >= MAX_FIELDS || depth > MAX_DEPTH || isSecret(name)) {
        return;
      }
      switch (value) {
        case Json.Text(String text) -> put(name, text);
        case Json.Scalar(String raw) -> put(name, raw);
        case Json.Items(var values) -> {
          for (int i = 0; i < Math.min(values.size(), MAX_FIELDS); i++) {
            add(i == 0 ? name : name + (i + 1), values.get(i), depth + 1);
          }
        }
        case Json.Members(var values) -> {
          for (Map.Entry<String, Json> member : values.entrySet()) {
            add(joined(name, member.getKey()), member.getValue(), depth + 1);
          }
        }
        case Json.Absent _ -> {}
      }
    }

    private void put(String name, String value) {
      boolean usable = !name.isEmpty() && name.length() <= MAX_NAME && value.length() <= MAX_VALUE;
      if (usable && !value.isBlank()) {
        count++;
        draft.put(name, value.strip());
      }
    }

    private static String joined(String outer, String key) {
      String plain = UNUSUAL.matcher(key.strip()).replaceAll("_");
      return outer.isEmpty() ? plain : outer + "." + plain.toLowerCase(Locale.ROOT);
    }
  }
}
