package dev.demur.server;

import dev.demur.home.Forgetting;
import dev.demur.home.Home;
import dev.demur.home.RemovalState;
import dev.demur.home.RemovalState.Step;
import dev.demur.home.Snapshots;
import dev.demur.home.report.Figures;
import dev.demur.ledger.Event;
import dev.demur.server.ConsolePage.Link;
import dev.demur.server.ConsolePage.Part;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Removals: who waits, the one that is running with how far it is, those that are done. Counts
/// only; nobody is named.
@Controller
class RemovalPages {
  private static final int SECONDS = 5;
  private static final int NEWEST = 20;

  /// A job that works on a removal tells of it twice a second; slices may take longer.
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final Home home;
  private final Templates pages;

  RemovalPages(Home home, Templates pages) {
    this.home = home;
    this.pages = pages;
  }

  /// @param watch whether the page asks for itself again, which only happens when somebody wants it
  @GetMapping(value = "/operator/removals", produces = Html.TYPE)
  @ResponseBody
  String removals(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "false") boolean watch) {
    if (watch) {
      response.setHeader("Refresh", Integer.toString(SECONDS));
    }
    Optional<RemovalState> running = RemovalState.of(home);
    ConsolePage page =
        new ConsolePage(
            "Removals",
            running.map(this::lead).orElse("No removal is running."),
            List.of(states(running), steps(running), certificates()),
            watch
                ? new Link("/operator/removals", "Stop loading this page again")
                : new Link(
                    "/operator/removals?watch=true",
                    "Watch: load this page again every %d seconds".formatted(SECONDS)));
    return pages.console(Frames.english(request, page.heading()), page).render();
  }

  private String lead(RemovalState running) {
    Instant now = home.clock().instant();
    String who =
        running.members() == 1
            ? "One member is being removed"
            : "%,d members are being removed".formatted(running.members());
    String since =
        "%s, asked for %s; nothing served depends on them."
            .formatted(who, Html.minute(running.requestedAt()));
    Optional<Instant> heard = running.at();
    if (heard.isEmpty()) {
      return since + " No job has begun it yet: the next one that changes the home does.";
    }
    boolean silent = Duration.between(heard.get(), now).compareTo(SILENCE) > 0;
    return silent
        ? since
            + " Its job has said nothing since %s; if it was killed, run: demur forget --pending"
                .formatted(Html.minute(heard.get()))
        : since;
  }

  private Part states(Optional<RemovalState> running) {
    Figures figures = Figures.of(home, Snapshots.program(home));
    return new Part(
        "states",
        "How many",
        null,
        List.of("State", "Members"),
        List.of(
            List.of(
                "waiting: accounts closed, not yet removed",
                "%,d".formatted(figures.get("members.closed").value())),
            List.of(
                "running: out of use, models being made again",
                "%,d".formatted(running.map(RemovalState::members).orElse(0))),
            List.of("done, by destroyed keys", "%,d".formatted(erased(home)))),
        "");
  }

  private static Part steps(Optional<RemovalState> running) {
    List<List<String>> rows = new ArrayList<>();
    running.ifPresent(state -> {
      for (Step step : Step.values()) {
        rows.add(List.of(step.words(), how(state, step)));
      }
    });
    return new Part(
        "running",
        "The one that is running",
        running.map(state -> Pictures.progress("Removal", state.percent())).orElse(null),
        List.of("Step", "How far"),
        rows,
        "None.");
  }

  private static String how(RemovalState state, Step step) {
    int order = state.step().map(step::compareTo).orElse(1);
    if (order != 0) {
      return order < 0 ? "done" : "to come";
    }
    return state.total() == 0
        ? "running"
        : "running: %,d of %,d".formatted(state.done(), state.total());
  }

  private Part certificates() {
    List<List<String>> rows =
        home.ledger().operatorEntries(0).reversed().stream()
            .filter(entry ->
                entry.event() instanceof Event.OperatorNoted noted
                    && noted.kind().equals(Forgetting.CERTIFIED))
            .limit(NEWEST)
            .map(entry ->
                List.of(
                    Html.minute(entry.happenedAt()),
                    ((Event.OperatorNoted) entry.event()).details().getOrDefault("members", "–"),
                    "entry %,d".formatted(entry.position())))
            .toList();
    return new Part(
        "certified",
        "Certified, newest first",
        null,
        List.of("When", "Members", "In the log"),
        rows,
        "None yet.");
  }

  static long erased(Home home) {
    return home.ledger().operatorEntries(0).stream()
        .filter(entry -> entry.event() instanceof Event.SubjectErased)
        .count();
  }
}
