package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.ProgramView;
import dev.demur.home.Snapshot;
import dev.demur.home.Snapshots;
import dev.demur.home.report.Figures;
import dev.demur.ledger.Event;
import dev.demur.ledger.LedgerView;
import dev.demur.ledger.Recorded;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import dev.demur.program.ProgramDefinition.Region;
import dev.demur.server.ConsolePage.Part;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// What operators look at: the program in time, notices, what was made of what, the log. Figures
/// are those of the reports; no member is named.
@Controller
class ConsolePages {
  private static final int NEWEST = 20;

  private final Home home;
  private final Witnessing witnessing;
  private final Templates pages;

  ConsolePages(Home home, Witnessing witnessing, Templates pages) {
    this.home = home;
    this.witnessing = witnessing;
    this.pages = pages;
  }

  private String page(HttpServletRequest request, ConsolePage page) {
    return pages.console(Frames.english(request, page.heading()), page).render();
  }

  @GetMapping(value = "/operator/program", produces = Html.TYPE)
  @ResponseBody
  String program(HttpServletRequest request) {
    Program program = Snapshots.program(home);
    Instant now = home.clock().instant();
    List<Region> regions =
        program.definition().regions().stream()
            .sorted(Comparator.comparing(Region::starts).thenComparing(Region::id))
            .toList();
    List<List<String>> rows =
        regions.stream()
            .map(region ->
                List.of(
                    region.title(),
                    Html.day(region.starts()),
                    region.ends().map(Html::day).orElse("–"),
                    region.basis().toString().toLowerCase(Locale.ROOT).replace('_', ' '),
                    region.notice().required()
                        ? region.notice().leadDays() + " days before"
                        : "none",
                    region.allowedFrom().keySet().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", ")),
                    region.starts().isAfter(now) ? "not started" : "running"))
            .toList();
    Part part =
        new Part(
            "timeline",
            "From when, where",
            Pictures.timeline(regions, now),
            List.of("Region", "Starts", "Ends", "Basis", "Notice", "Recipients", "Now"),
            rows,
            "The program has no region.");
    return page(
        request,
        new ConsolePage(
            "Program " + program.name(),
            "%s. SHA-256 %s.".formatted(program.title(), program.sha256()),
            List.of(part)));
  }

  @GetMapping(value = "/operator/notices", produces = Html.TYPE)
  @ResponseBody
  String notices(HttpServletRequest request) {
    Program program = Snapshots.program(home);
    Instant now = home.clock().instant();
    Map<String, long[]> byRegion = byRegion(program, now);
    List<List<String>> rows = new ArrayList<>();
    byRegion.forEach((region, counts) ->
        rows.add(
            List.of(
                region,
                "%,d".formatted(counts[0]),
                "%,d".formatted(counts[1]),
                "%,d".formatted(counts[2]),
                "%,d".formatted(counts[0] - counts[1]))));
    Figures figures = Figures.of(home, program);
    Part part =
        new Part(
            "campaign",
            "Told, by region",
            Pictures.shares(
                "Members told of the program, by region",
                byRegion.entrySet().stream()
                    .map(each ->
                        new Pictures.Share(each.getKey(), each.getValue()[1], each.getValue()[0]))
                    .toList()),
            List.of("Region", "Members", "Told", "Of them within the lead time", "Not told"),
            rows,
            "There are no members.");
    return page(
        request,
        new ConsolePage(
            "Notices of " + program.name(),
            "%,d of %,d members were told. Nothing of the others is used."
                .formatted(figures.get("members.notified").value(), figures.get("members").value()),
            List.of(part)));
  }

  /// Members, told, and told so lately that nothing may be used yet.
  private Map<String, long[]> byRegion(Program program, Instant now) {
    LedgerView view = ProgramView.of(home.ledger().view(), program).load();
    Map<String, long[]> counts = new TreeMap<>();
    for (MemberId member : view.members()) {
      MemberFacts facts = view.factsOf(member).orElse(MemberFacts.UNKNOWN);
      if (!view.hasJoined(member)) {
        continue;
      }
      Optional<Region> region =
          facts.countries().stream()
              .filter(residence -> !residence.from().isAfter(now))
              .reduce((earlier, later) -> later)
              .flatMap(residence -> program.regionOf(residence.country()));
      long[] row =
          counts.computeIfAbsent(region.map(Region::title).orElse("not covered"), _ -> new long[3]);
      Optional<Instant> told =
          facts.notices().stream()
              .map(MemberFacts.Notice::deliveredAt)
              .filter(at -> !at.isAfter(now))
              .min(Comparator.naturalOrder());
      row[0]++;
      row[1] += told.isPresent() ? 1 : 0;
      Duration lead = Duration.ofDays(region.map(r -> r.notice().leadDays()).orElse(0));
      row[2] += told.filter(at -> at.plus(lead).isAfter(now)).isPresent() ? 1 : 0;
    }
    return counts;
  }

  @GetMapping(value = "/operator/lineage", produces = Html.TYPE)
  @ResponseBody
  String lineage(HttpServletRequest request) {
    Optional<Snapshot> snapshot = Snapshots.latest(home);
    List<List<String>> chain = new ArrayList<>();
    snapshot.ifPresent(built -> {
      chain.add(List.of("Ledger", "entries 1 to %,d".formatted(built.ledgerPosition())));
      chain.add(
          List.of("Program", built.program() + ", " + built.programSha256().substring(0, 16)));
      chain.add(List.of("Snapshot", "%s, %,d records".formatted(built.id(), built.in())));
      chain.add(List.of("Models", Snapshots.models(home)));
    });
    Part made =
        new Part(
            "chain",
            "What was made of what",
            chain.isEmpty() ? null : Pictures.chain(chain),
            List.of("Step", "Which"),
            chain,
            "Nothing has been built yet.");
    return page(
        request,
        new ConsolePage(
            "From snapshots to models",
            "Each step names the one before it; the command demur verify computes all of it anew.",
            List.of(made, runs())));
  }

  private Part runs() {
    List<Recorded> entries = home.ledger().operatorEntries(0).reversed();
    List<List<String>> rows =
        entries.stream()
            .filter(entry -> entry.event() instanceof Event.OperatorNoted)
            .limit(NEWEST)
            .map(entry -> {
              Event.OperatorNoted noted = (Event.OperatorNoted) entry.event();
              return List.of(
                  Html.minute(entry.happenedAt()),
                  noted.kind().replace('-', ' '),
                  "entry %,d".formatted(entry.position()));
            })
            .toList();
    return new Part(
        "runs",
        "What was certified, newest first",
        null,
        List.of("When", "What", "In the log"),
        rows,
        "Nothing yet.");
  }

  @GetMapping(value = "/operator/log", produces = Html.TYPE)
  @ResponseBody
  String log(HttpServletRequest request) {
    long size = home.ledger().view().position();
    String head = home.ledger().checkpoint().orElse("none: the log is empty");
    boolean whole = size == 0 || head.lines().skip(1).findFirst().orElse("").equals("" + size);
    List<List<String>> rows =
        List.of(
            List.of("Entries", "%,d".formatted(size)),
            List.of(
                "Signed head", whole ? "is of all entries" : "is behind: run demur verify --log"),
            List.of("Root, base64", head.lines().skip(2).findFirst().orElse("–")),
            List.of("Witness", witnessing.state()),
            List.of("Keys destroyed", "%,d".formatted(RemovalPages.erased(home))),
            List.of("Open objections", "%,d".formatted(Choices.cases(home).queue().size())),
            List.of("Public key", home.ledger().publicKey().toString()));
    Part part = new Part("health", "Health", null, List.of("What", "Value"), rows, "");
    return page(
        request,
        new ConsolePage(
            "The log",
            "Anybody can check a receipt with the public key alone; /v1/log/checkpoint and /v1/log/consistency"
                + " show that it only grows.",
            List.of(part)));
  }
}
