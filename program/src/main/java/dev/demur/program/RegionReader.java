package dev.demur.program;

import dev.demur.model.Recipient;
import dev.demur.program.ProgramDefinition.Basis;
import dev.demur.program.ProgramDefinition.NoticeRule;
import dev.demur.program.ProgramDefinition.Region;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the regions of a program.
final class RegionReader {
  /// As many regions as a 64-bit mask has room for, beside two marks.
  static final int MAX_REGIONS = 60;

  private static final int MAX_LEAD_DAYS = 3650;
  private static final String COUNTRIES = "a list of country codes (ISO 3166-1), or rest";
  private static final String NOT_COVERED = "not-covered";
  private static final String RECIPIENT = "allowed, refused, or the day from which it is allowed";

  private final Problems problems;
  private final ZoneId programZone;
  private final Map<String, String> placeOfCountry = new HashMap<>();
  private String restRegion = "";

  RegionReader(Problems problems, ZoneId programZone) {
    this.problems = problems;
    this.programZone = programZone;
  }

  List<Region> read(Section root) {
    Optional<NoticeRule> common =
        root.optionalSection("notice", Keys.NOTICE).map(RegionReader::notice);
    Section section = root.openSection("regions", "a mapping of region names to their rules");
    List<Region> regions = new ArrayList<>();
    for (String id : section.values().keySet()) {
      regions.add(region(id, section.section(id, Keys.REGION), common));
    }
    if (section.isPresent() && (regions.isEmpty() || regions.size() > MAX_REGIONS)) {
      problems.addWhole(regions.size() + " regions", "1 to " + MAX_REGIONS + " regions");
    }
    return regions;
  }

  /// The countries that the region with the rest of the world does not take.
  Set<String> notCovered(Section root) {
    Set<String> countries = new TreeSet<>();
    root.optionalList(NOT_COVERED, "a list of country codes (ISO 3166-1)")
        .ifPresent(items ->
            items.forEach(item ->
                root.scalar(item, "a country code")
                    .ifPresent(code -> country(NOT_COVERED, item, code, countries))));
    return countries;
  }

  private Region region(String id, Section region, Optional<NoticeRule> common) {
    ZoneId zone = zone(region);
    Optional<Instant> starts = instant(region, "starts", zone, Times.EXPECTED);
    Optional<Instant> ends =
        region.has("ends") ? instant(region, "ends", zone, Times.EXPECTED) : Optional.empty();
    if (starts.isPresent() && ends.isPresent() && !starts.get().isBefore(ends.get())) {
      region
          .optionalValue("ends")
          .ifPresent(
              v -> problems.add(v.node(), v.path(), ends.get().toString(), "an end after starts"));
    }
    Optional<Section> own = region.optionalSection("notice", Keys.REGION_NOTICE);
    NoticeRule notice = own.map(RegionReader::notice).or(() -> common).orElse(null);
    if (notice == null) {
      region.section("notice", Keys.REGION_NOTICE);
      notice = new NoticeRule(true, 0, "");
    }
    return new Region(
        id,
        region.text("title", "the region's name for people"),
        countries(id, region),
        zone,
        starts.orElse(Instant.MAX),
        ends,
        region.choice("basis", ProgramReader.codes(Basis.values(), Basis::code)),
        recipients(region.section("recipients", recipientCodes().keySet()), zone),
        notice);
  }

  private ZoneId zone(Section region) {
    String expected = "a time zone, e.g. UTC or Europe/Brussels";
    Optional<String> text = region.optionalText("zone", expected);
    Optional<ZoneId> zone = text.flatMap(Times::zone);
    if (text.isPresent() && zone.isEmpty()) {
      region
          .optionalValue("zone")
          .ifPresent(v -> problems.add(v.node(), v.path(), Section.quote(text.get()), expected));
    }
    return zone.orElse(programZone);
  }

  private Set<String> countries(String id, Section region) {
    Optional<Section.Value> value = region.value("countries", COUNTRIES);
    if (value.isPresent() && value.get().node() instanceof ScalarNode scalar) {
      rest(id, value.get(), scalar.getValue());
      return Set.of();
    }
    Set<String> countries = new TreeSet<>();
    for (Section.Value item : region.list("countries", COUNTRIES)) {
      region
          .scalar(item, "a country code")
          .ifPresent(code -> country("regions." + id, item, code, countries));
    }
    return countries;
  }

  private void rest(String id, Section.Value value, String text) {
    if (!text.equals("rest")) {
      problems.add(value.node(), value.path(), Section.quote(text), COUNTRIES);
    } else if (!restRegion.isEmpty()) {
      problems.add(
          value.node(), value.path(), "a second rest", "one; regions." + restRegion + " has it");
    } else {
      restRegion = id;
    }
  }

  private void country(String place, Section.Value item, String code, Set<String> countries) {
    if (!Countries.ISO.contains(code)) {
      String canonical = Countries.ALIASES.get(code);
      String expected = "an assigned code of ISO 3166-1, two capital letters";
      problems.add(
          item.node(),
          item.path(),
          Section.quote(code),
          canonical == null ? expected : "\"" + canonical + "\"; " + expected);
      return;
    }
    String earlier = placeOfCountry.putIfAbsent(code, place);
    if (earlier != null) {
      problems.add(
          item.node(),
          item.path(),
          "%s, which is in %s too".formatted(code, earlier),
          "each country once");
    }
    countries.add(code);
  }

  private static Map<String, Recipient> recipientCodes() {
    return ProgramReader.codes(Recipient.values(), Recipient::code);
  }

  private Map<Recipient, Instant> recipients(Section section, ZoneId zone) {
    Map<Recipient, Instant> allowedFrom = new EnumMap<>(Recipient.class);
    recipientCodes()
        .forEach((code, recipient) ->
            allowedFrom(section, code, zone).ifPresent(i -> allowedFrom.put(recipient, i)));
    return allowedFrom;
  }

  private static Optional<Instant> allowedFrom(Section section, String code, ZoneId zone) {
    String text = section.text(code, RECIPIENT);
    return switch (text) {
      case "", "refused" -> Optional.empty();
      case "allowed" -> Optional.of(Instant.MIN);
      default -> instant(section, code, zone, RECIPIENT);
    };
  }

  private static NoticeRule notice(Section notice) {
    var yesOrNo = new java.util.LinkedHashMap<String, Boolean>();
    yesOrNo.put("true", true);
    yesOrNo.put("false", false);
    boolean required = notice.choice("required", yesOrNo);
    int leadDays = notice.number("lead-days", 0, MAX_LEAD_DAYS);
    return new NoticeRule(required, leadDays, notice.path());
  }

  /// The instant under `key`; empty, and reported, where it is missing or unclear.
  static Optional<Instant> instant(Section section, String key, ZoneId zone, String expected) {
    String text = section.text(key, expected);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (Times.read(text, zone)) {
      case Times.Reading.At(Instant at) -> Optional.of(at);
      case Times.Reading.Unclear unclear -> {
        String wanted = unclear.expected().equals(Times.EXPECTED) ? expected : unclear.expected();
        section
            .optionalValue(key)
            .ifPresent(v -> section.problems().add(v.node(), v.path(), unclear.found(), wanted));
        yield Optional.empty();
      }
    };
  }
}
