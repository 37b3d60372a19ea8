package dev.demur.archive.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Templates of one language, by rule.
///
/// A resource of headings `[rule]`, each followed by its templates, one a line. In a template,
/// `[a|b|c]` is a choice, `{@rule}` one of another rule's templates, `{30-60}` a number from 30 to
/// 60, `{30-60/5}` such a number divisible by 5, `{name}` what [Slots] say, `{^name}` the same with
/// a capital, `{a name}` the same with "a" or "an" before it, and `\n` a new line.
record Grammar(String language, Map<String, List<String>> rules) {
  private static final Pattern NUMBERS = Pattern.compile("\\{([0-9]+-[0-9]+(?:/[0-9]+)?)}");

  /// Fills the named places of templates.
  interface Slots {
    /// Appends what stands for the name.
    ///
    /// @return false for a name that means nothing here
    boolean fill(String name, Draw draw, Passage out);
  }

  static Grammar load(String language) {
    var rules = new LinkedHashMap<String, List<String>>();
    List<String> open = new ArrayList<>();
    for (String line : Sections.lines("grammar/" + language + ".txt")) {
      if (line.matches("\\[[a-z.-]+]")) {
        open = rules.computeIfAbsent(line.substring(1, line.length() - 1), k -> new ArrayList<>());
      } else {
        open.add(line.replace("\\n", "\n"));
      }
    }
    return new Grammar(language, rules);
  }

  /// The same grammar, where `{@work}` is what it says of one field.
  Grammar inField(Field field) {
    var extended = new LinkedHashMap<>(rules);
    List<String> work = rules.get("work." + field.id());
    if (work != null) {
      extended.put("work", work);
    }
    return new Grammar(language, extended);
  }

  boolean has(String rule) {
    return rules.containsKey(rule);
  }

  /// A text by one of the templates of a rule.
  Passage compose(String rule, Slots slots, Draw draw) {
    var out = new Passage();
    new Expansion(slots, draw, out).expand(template(rule, draw));
    return out;
  }

  /// A text by a template that is no rule's.
  Passage expand(String template, Slots slots, Draw draw) {
    var out = new Passage();
    new Expansion(slots, draw, out).expand(template);
    return out;
  }

  private String template(String rule, Draw draw) {
    List<String> templates = rules.get(rule);
    if (templates == null) {
      throw new IllegalStateException("grammar " + language + " has no rule [" + rule + "]");
    }
    return draw.pick(templates);
  }

  private final class Expansion {
    private final Slots slots;
    private final Draw draw;
    private final Passage out;

    Expansion(Slots slots, Draw draw, Passage out) {
      this.slots = slots;
      this.draw = draw;
      this.out = out;
    }

    void expand(String template) {
      int at = 0;
      while (at < template.length()) {
        char c = template.charAt(at);
        if (c == '[') {
          int close = closing(template, at);
          expand(draw.pick(choices(template.substring(at + 1, close))));
          at = close + 1;
        } else if (c == '{') {
          int close = template.indexOf('}', at);
          slot(template.substring(at + 1, close));
          at = close + 1;
        } else {
          int next = next(template, at);
          boolean twoStops = c == '.' && out.endsWith('.');
          out.add(template.substring(twoStops ? at + 1 : at, next));
          at = next;
        }
      }
    }

    private void slot(String name) {
      if (name.startsWith("@")) {
        expand(template(name.substring(1), draw));
      } else if (Character.isDigit(name.charAt(0))) {
        out.add(number(name, draw));
      } else if (name.startsWith("^")) {
        int start = out.length();
        slot(name.substring(1));
        out.capitalise(start);
      } else if (name.startsWith("a ")) {
        article(name.substring(2));
      } else if (!slots.fill(name, draw, out)) {
        throw new IllegalStateException("grammar " + language + " asks for unknown {" + name + "}");
      }
    }

    private void article(String name) {
      var word = new Passage();
      new Expansion(slots, draw, word).slot(name);
      boolean vowel = "aeiouAEIOU".indexOf(word.charAt(0)) >= 0;
      out.add(vowel ? "an " : "a ").add(word);
    }
  }

  /// A number from a range such as `30-60` or `30-60/5`.
  static String number(String range, Draw draw) {
    int dash = range.indexOf('-');
    int slash = range.indexOf('/');
    int low = Integer.parseInt(range.substring(0, dash));
    int high = Integer.parseInt(range.substring(dash + 1, slash < 0 ? range.length() : slash));
    int step = slash < 0 ? 1 : Integer.parseInt(range.substring(slash + 1));
    return Integer.toString(low + step * draw.below((high - low) / step + 1));
  }

  /// The template with every range of numbers drawn, and nothing else expanded.
  static String numbers(String template, Draw draw) {
    return NUMBERS.matcher(template).replaceAll(range -> number(range.group(1), draw));
  }

  private static int next(String template, int from) {
    int at = from;
    while (at < template.length() && template.charAt(at) != '[' && template.charAt(at) != '{') {
      at++;
    }
    return at;
  }

  private static int closing(String template, int open) {
    int depth = 0;
    for (int at = open; at < template.length(); at++) {
      depth += template.charAt(at) == '[' ? 1 : template.charAt(at) == ']' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new IllegalStateException("unclosed [ in template: " + template);
  }

  private static List<String> choices(String inside) {
    var choices = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < inside.length(); at++) {
      char c = inside.charAt(at);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '|' && depth == 0) {
        choices.add(inside.substring(from, at));
        from = at + 1;
      }
    }
    choices.add(inside.substring(from));
    return choices;
  }
}
