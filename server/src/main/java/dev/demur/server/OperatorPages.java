package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Snapshot;
import dev.demur.home.Snapshots;
import dev.demur.server.OperatorPage.Fact;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Figures for whoever runs the platform; never a member's text.
@Controller
class OperatorPages {
  private static final String IN = "in the corpus";

  private final Home home;
  private final Templates pages;

  OperatorPages(Home home, Templates pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping(value = "/operator", produces = Html.TYPE)
  @ResponseBody
  String funnel(HttpServletRequest request) {
    Optional<Snapshot> snapshot = Snapshots.latest(home);
    List<Bar> bars = snapshot.map(OperatorPages::bars).orElse(List.of());
    var page =
        new OperatorPage(
            snapshot.map(OperatorPages::summary).orElse("Nothing has been built yet."),
            "How many records are in the corpus, and for each reason how many are not",
            bars,
            snapshot.map(this::facts).orElse(List.of()),
            Choices.cases(home).queue().size());
    return pages.operator(Frames.english(request, "Funnel"), page).render();
  }

  private static String summary(Snapshot snapshot) {
    return "Of %,d records, %,d are in the corpus and %,d are left out, under %s as of %s."
        .formatted(
            snapshot.in() + snapshot.out(),
            snapshot.in(),
            snapshot.out(),
            snapshot.program(),
            Html.minute(snapshot.asOf()));
  }

  private static List<Bar> bars(Snapshot snapshot) {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put(IN, snapshot.in());
    snapshot.reasons().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> values.put(reason.getKey(), reason.getValue()));
    return Bar.of(values, IN);
  }

  private List<Fact> facts(Snapshot snapshot) {
    return List.of(
        new Fact("Snapshot", snapshot.id()),
        new Fact("Content root", snapshot.contentRoot()),
        new Fact("Program", snapshot.program() + ", SHA-256 " + snapshot.programSha256()),
        new Fact("As of", Html.minute(snapshot.asOf())),
        new Fact("Ledger entries known", "%,d".formatted(snapshot.ledgerPosition())),
        new Fact("Log", home.ledger().checkpoint().isPresent() ? "signed" : "empty"),
        new Fact("Models", Snapshots.models(home)));
  }
}
