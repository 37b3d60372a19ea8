package dev.demur.archive.meta;

import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Flat;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Epoch;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Items in the newer shape: labelled values, in the member's language, nested.
///
/// Labels are never relied on: what matters is told by the sort of a value, its depth, and the
/// names that the platform gives to fields.
final class LabelValues {
  private static final int MAX_DEPTH = 12;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern MACHINE =
      Pattern.compile("(?i)(?:meta ai|assistant|ai|bot|llama|meta)");

  private LabelValues() {}

  /// One value, flattened.
  private record Leaf(String label, String value, Optional<Moment> time, int depth) {
    boolean isAddress() {
      return ADDRESS.matcher(value).matches();
    }
  }

  static boolean read(MetaItem item) {
    if (item.category().family().equals("ai-usage")) {
      conversation(item);
      return true;
    }
    List<Leaf> leaves = leaves(item.value().at("label_values"), 0);
    Optional<Moment> time =
        item.time().or(() -> leaves.stream().flatMap(l -> l.time().stream()).findFirst());
    Optional<String> url =
        leaves.stream().map(Leaf::value).filter(v -> ADDRESS.matcher(v).matches()).findFirst();
    List<String> own =
        leaves.stream()
            .filter(l -> l.depth() == 0 && !l.isAddress() && !l.value().isBlank())
            .map(Leaf::value)
            .toList();
    String first = own.isEmpty() ? "" : own.getFirst();
    RecordDraft draft =
        Items.special(
            item, item.draft(as(item.category())).at(time).put(Fields.KIND, item.place().label()));
    switch (item.category()) {
      case CONTENT_REACTION -> draft.put("reaction", first).put(Fields.URL, url);
      case CONTENT_POLL_ANSWER -> draft.put("option", first).put(Fields.URL, url);
      case CONTENT_COMMENT, CONTENT_POST ->
          draft.put(Fields.TEXT, Mentions.in(longest(own)).text()).put(Fields.URL, url);
      case FEEDBACK_REPORT, FEEDBACK_RATING -> draft.put(Fields.TEXT, String.join("\n", own));
      case USAGE_SEARCH -> draft.put("query", first);
      case USAGE_FREQUENCY, GROUP_ACTIVITY, GROUP_MESSAGE -> draft.put(Fields.URL, url);
      case ADS ->
          described(draft.author(Optional.empty()).about(Optional.of(item.holder())), leaves);
      default -> described(draft, leaves);
    }
    item.value()
        .text("fbid")
        .ifPresent(id -> draft.key(List.of(id, time.map(Moment::raw).orElse(""))));
    item.emit(draft);
    return true;
  }

  private static Category as(Category category) {
    return category == Category.PROFILE_NAME ? Category.OTHER : category;
  }

  private static String longest(List<String> values) {
    return values.stream().max(java.util.Comparator.comparingInt(String::length)).orElse("");
  }

  private static void described(RecordDraft draft, List<Leaf> leaves) {
    leaves.stream()
        .filter(l -> !l.label().isBlank() && l.label().length() <= 60 && !Flat.isSecret(l.label()))
        .limit(40)
        .forEach(l -> draft.put(l.label().strip(), l.value()));
  }

  private static List<Leaf> leaves(Json list, int depth) {
    var found = new ArrayList<Leaf>();
    if (depth <= MAX_DEPTH) {
      list.items().forEach(value -> add(found, value, depth));
    }
    return found;
  }

  private static void add(List<Leaf> found, Json value, int depth) {
    String label = value.text("ent_field_name").or(() -> value.text("label")).orElse("");
    Optional<Moment> time = value.text("timestamp_value").flatMap(Epoch::parse);
    Optional<String> text = value.text("value").or(() -> value.text("href"));
    if (text.isPresent() || time.isPresent()) {
      found.add(new Leaf(label, text.orElse(""), time, depth));
    }
    value
        .at("vec")
        .items()
        .forEach(v ->
            v.text("value")
                .or(v::text)
                .ifPresent(t -> found.add(new Leaf(label, t, Optional.empty(), depth))));
    found.addAll(leaves(value.at("dict"), depth + 1));
  }

  /// Each innermost list of values is one thing said. Who said it is known only where a value names
  /// the machine or the owner; otherwise nobody is taken for its author.
  private static void conversation(MetaItem item) {
    var turns = new ArrayList<List<Leaf>>();
    innermost(item.value().at("label_values"), turns, 0);
    for (List<Leaf> turn : turns) {
      Optional<Moment> time = turn.stream().flatMap(l -> l.time().stream()).findFirst();
      List<String> values = turn.stream().map(Leaf::value).filter(v -> !v.isBlank()).toList();
      boolean machine = values.stream().anyMatch(v -> MACHINE.matcher(v.strip()).matches());
      boolean owner = values.stream().anyMatch(v -> item.owner().isSelf(v));
      String text =
          values.stream()
              .filter(v -> !MACHINE.matcher(v.strip()).matches() && !item.owner().isSelf(v))
              .collect(Collectors.collectingAndThen(Collectors.toList(), LabelValues::longest));
      if (!text.isEmpty()) {
        item.emit(
            item.draft(machine ? Category.AI_USAGE_OUTPUT : Category.AI_USAGE_PROMPT)
                .author(owner && !machine ? Optional.of(item.holder()) : Optional.empty())
                .at(time.or(item::time))
                .put(Fields.KIND, item.place().label().toLowerCase(Locale.ROOT))
                .put(Fields.TEXT, text));
      }
    }
  }

  private static void innermost(Json list, List<List<Leaf>> turns, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    var here = new ArrayList<Leaf>();
    for (Json value : list.items()) {
      if (value.at("dict").isPresent()) {
        innermost(value.at("dict"), turns, depth + 1);
      } else {
        add(here, value, 0);
      }
    }
    if (!here.isEmpty()) {
      turns.add(here);
    }
  }
}
