package dev.demur.program;

import dev.demur.model.Category;
import dev.demur.model.Control;
import dev.demur.model.Purpose;
import dev.demur.program.ProgramDefinition.Basis;
import dev.demur.program.ProgramDefinition.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Looks for what is allowed in a program and probably not meant.
///
/// What is wrong outright never becomes a [Program]; see [ProgramException].
public final class ProgramCheck {
  private static final int ADULT = 18;
  private static final Set<String> NEVER =
      new TreeSet<>(Set.of("private-message", "credential", "payment", "salary"));

  private final Program program;
  private final ProgramDefinition definition;
  private final List<Warning> warnings = new ArrayList<>();

  /// Something that is probably not meant.
  ///
  /// @param path where it stands in the file
  /// @param says what is odd, and what would not be
  public record Warning(String path, String says) {
    /// The warning with its line, where the file spells the path out.
    public String text(Program program) {
      return program.placeOf(path).map(place -> place + ": ").orElse("") + path + ": " + says;
    }
  }

  private ProgramCheck(Program program) {
    this.program = program;
    this.definition = program.definition();
  }

  /// Every warning, in the order of the program language; empty where there is nothing to say.
  public static List<Warning> warnings(Program program) {
    return List.copyOf(new ProgramCheck(program).check());
  }

  private List<Warning> check() {
    checkAge();
    definition.regions().forEach(this::checkRegion);
    checkRest();
    checkCategories();
    checkControls();
    checkSubjects();
    checkWording();
    return warnings;
  }

  private void warn(String path, String says) {
    warnings.add(new Warning(path, says));
  }

  private void checkAge() {
    if (definition.age().minimum() < ADULT) {
      warn("age.minimum", "lets members under 18 in; write 18 or more");
    }
    if (definition.age().createdAsMinor() == ProgramDefinition.CreatedAsMinor.ALLOW) {
      warn("age.created-as-minor", "lets in what adults created as minors; write deny");
    }
  }

  private void checkRegion(Region region) {
    String path = "regions." + region.id();
    boolean onByDefault =
        definition.toggles().values().stream().allMatch(ProgramDefinition.Toggle::defaultOn);
    if (region.basis() == Basis.CONSENT && onByDefault) {
      warn(
          path + ".basis",
          "consent is not given by a setting that is on by default (GDPR Art. 4(11))");
    }
    if (!region.notice().required()) {
      warn(region.notice().path() + ".required", "uses data of members who were not told");
    } else if (region.notice().leadDays() == 0) {
      warn(region.notice().path() + ".lead-days", "leaves members no time between notice and use");
    }
    if (region.allowedFrom().isEmpty()) {
      warn(path + ".recipients", "nobody may train; leave the region out, or allow somebody");
    }
  }

  private void checkRest() {
    boolean hasRest = definition.regions().stream().anyMatch(Region::isRest);
    if (!hasRest && !definition.notCovered().isEmpty()) {
      warn("not-covered", "has no effect: no region takes the rest of the world");
    }
  }

  private void checkCategories() {
    Set<String> unlisted = new TreeSet<>();
    for (Category category : Category.values()) {
      long verdict = program.law().category[Index.of(category)];
      if (NEVER.contains(category.family()) && Verdict.isPermit(verdict)) {
        warn(program.law().categoryPath[Index.of(category)], "must be never: " + category);
      }
      if (program.law().categoryPath[Index.of(category)].equals("categories")) {
        unlisted.add(category.code());
      }
    }
    if (!unlisted.isEmpty()) {
      warn(
          "categories",
          "says nothing of " + String.join(", ", unlisted) + "; they are not covered");
    }
  }

  /// The toggle must not reach anything that no objection reaches.
  private void checkControls() {
    Set<String> unreached = new TreeSet<>();
    for (Purpose purpose : definition.purposes()) {
      for (Category category : Category.values()) {
        boolean in = Verdict.isPermit(program.law().category[Index.of(category)]);
        if (in && program.law().objectionReach[Index.of(purpose)][Index.of(category)] == 0) {
          unreached.add(category + " for " + purpose);
        }
      }
    }
    if (!unreached.isEmpty()) {
      warn("controls.objection.reaches", "no objection reaches " + String.join(", ", unreached));
    }
    List<String> missing =
        Arrays.stream(Control.values())
            .filter(control -> !definition.objection().reaches().containsKey(control))
            .map(Control::code)
            .toList();
    if (!missing.isEmpty()) {
      warn("controls.objection.reaches", "has no " + String.join(", ", missing));
    }
    if (definition.objection().pending() == ProgramDefinition.Pending.IGNORED) {
      warn("controls.objection.pending", "does not restrict the use at once (GDPR Art. 18(1)(d))");
    }
  }

  private void checkSubjects() {
    if (definition.subjects().about() == ProgramDefinition.About.IGNORED) {
      warn("subjects.about", "uses what is about people who said no");
    }
    if (definition.subjects().mentioned() == ProgramDefinition.Mentioned.KEEP) {
      warn("subjects.mentioned", "keeps the names of people who said no");
    }
  }

  private void checkWording() {
    if (!definition.wording().containsKey("en")) {
      String languages = definition.wording().keySet().stream().collect(Collectors.joining(", "));
      warn("wording", "has no en, which stands in for every other language; it has " + languages);
    }
  }
}
