package dev.demur.server;

import dev.demur.assist.career.Job;
import dev.demur.assist.career.Match;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import dev.demur.server.RecruitPage.Asked;
import dev.demur.server.RecruitPage.Found;
import dev.demur.server.access.LookTrail;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Search for recruiters. Whoever is shown sees in the history who looked.
@Controller
class RecruitPages {
  private static final int LIMIT = 10;
  private static final int MAX_TEXT = 4000;

  private final Matchmaking matchmaking;
  private final LookTrail trail;
  private final Templates pages;

  RecruitPages(Matchmaking matchmaking, LookTrail trail, Templates pages) {
    this.matchmaking = matchmaking;
    this.trail = trail;
    this.pages = pages;
  }

  @GetMapping(value = "/recruit", produces = Html.TYPE)
  @ResponseBody
  String form(HttpServletRequest request) {
    return page(request, new RecruitPage(Asked.nothing(), false, "", 0, List.of()));
  }

  private String page(HttpServletRequest request, RecruitPage page) {
    return pages.recruit(Frames.english(request, "Search members"), page).render();
  }

  @PostMapping(value = "/recruit", produces = Html.TYPE)
  @ResponseBody
  String search(
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String skills,
      @RequestParam(defaultValue = "") String requirements,
      @RequestParam(defaultValue = "false") boolean must,
      HttpServletRequest request,
      Authentication user) {
    Asked asked =
        new Asked(
            title.strip(), country.strip().toUpperCase(Locale.ROOT), skills, requirements, must);
    String problem = problem(asked);
    if (!problem.isEmpty()) {
      return page(request, new RecruitPage(asked, false, problem, 0, List.of()));
    }
    List<Match> all = matchmaking.members(job(asked), LIMIT);
    List<Match> shown =
        all.stream().filter(match -> !must || match.reasons().missing().isEmpty()).toList();
    trail.entered(request, user, shown.stream().map(match -> new MemberId(match.id())).toList());
    return page(
        request,
        new RecruitPage(
            asked, true, "", all.size(), shown.stream().map(RecruitPages::found).toList()));
  }

  private static String problem(Asked asked) {
    if (asked.title().isEmpty()) {
      return "Say what the job is";
    }
    int size = asked.title().length() + asked.skills().length() + asked.requirements().length();
    if (size > MAX_TEXT) {
      return "Use at most %d characters".formatted(MAX_TEXT);
    }
    return asked.country().isEmpty() || asked.country().matches("[A-Z]{2}")
        ? ""
        : "Give the country as two letters, such as DE";
  }

  private static Job job(Asked asked) {
    return new Job(
        "search",
        asked.title(),
        Optional.empty(),
        Optional.of(asked.country()).filter(country -> !country.isEmpty()),
        Optional.empty(),
        parts(asked.skills(), ","),
        parts(asked.requirements(), "\\R"),
        "");
  }

  private static List<String> parts(String text, String between) {
    return Arrays.stream(text.split(between, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Found found(Match match) {
    return new Found(
        match.id(),
        (int) Math.round(100 * match.reasons().score()),
        match.reasons().shown(),
        match.reasons().missing(),
        match.reasons().requirements());
  }
}
