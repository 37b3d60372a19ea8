package dev.demur.program;

import dev.demur.model.Switch;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The keys of the program language, section by section, in the order in which errors list them.
final class Keys {
  static final Set<String> TOP =
      set(
          "program",
          "title",
          "controller",
          "include",
          "zone",
          "purposes",
          "facts",
          "age",
          "regions",
          "not-covered",
          "notice",
          "categories",
          "controls",
          "subjects",
          "window",
          "wording");

  /// What a missing fact means; the language knows one answer, and the file says it all the same.
  static final Set<String> MISSING_FACTS =
      set("record-deleted", "account-closed", "author-unknown", "age-unknown", "region-unknown");

  static final Set<String> FACTS =
      set(
          "record-deleted",
          "account-closed",
          "author-unknown",
          "age-unknown",
          "region-unknown",
          "moved");
  static final Set<String> AGE = set("minimum", "created-as-minor");
  static final Set<String> REGION =
      set("title", "countries", "zone", "starts", "ends", "basis", "recipients", "notice");
  static final Set<String> NOTICE = set("required", "lead-days", "banner");
  static final Set<String> REGION_NOTICE = set("required", "lead-days");
  static final Set<String> CONTROLS = set("toggle", "partner-toggle", "objection");

  /// Under which key each switch stands, in `controls` and in the wording.
  static final Map<Switch, String> TOGGLES = toggles();

  static final Set<String> TOGGLE = set("name", "default", "clock", "covers", "signals");
  static final Set<String> OBJECTION = set("name", "pending", "reaches");
  static final Set<String> TOGGLE_REACH =
      set("purposes", "categories", "except-categories", "recipients");
  static final Set<String> REACH = set("purposes", "categories", "except-categories");
  static final Set<String> SUBJECTS = set("about", "mentioned");
  static final Set<String> WINDOW = set("from", "until", "max-age-days");

  /// Beside one text for each toggle.
  static final Set<String> WORDING = set("objection", "notice");

  static final Set<String> TEXT = set("title", "text");

  private Keys() {}

  private static Map<Switch, String> toggles() {
    var keys = new EnumMap<Switch, String>(Switch.class);
    keys.put(Switch.MAIN, "toggle");
    keys.put(Switch.PARTNERS, "partner-toggle");
    return Collections.unmodifiableMap(keys);
  }

  static Set<String> set(String... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
  }
}
