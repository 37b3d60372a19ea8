package dev.demur.server;

import dev.demur.assist.career.Job;
import dev.demur.assist.career.Match;
import dev.demur.home.InputRefused;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import dev.demur.server.JobsPage.Facet;
import dev.demur.server.JobsPage.Found;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Jobs that suit a member, with what speaks for and against each.
@Controller
class JobPages {
  private static final int MOST = 500;
  private static final int SHOWN = 12;
  private static final int FACETS = 12;
  private static final int STEPS = 5;
  private static final int MAX_WORDS = 100;

  private final Matchmaking matchmaking;
  private final Templates pages;

  JobPages(Matchmaking matchmaking, Templates pages) {
    this.matchmaking = matchmaking;
    this.pages = pages;
  }

  @GetMapping(value = "/jobs", produces = Html.TYPE)
  @ResponseBody
  String jobs(
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String skill,
      HttpServletRequest request,
      Principal user) {
    if (words.length() > MAX_WORDS || skill.length() > MAX_WORDS) {
      throw new BadRequest();
    }
    JobsPage page;
    try {
      page = page(Members.of(user), words.strip(), skill);
    } catch (InputRefused e) {
      page = new JobsPage(words, skill, List.of(), 0, List.of(), List.of());
    }
    return pages.jobs(Frames.english(request, "Jobs"), page).render();
  }

  private JobsPage page(MemberId member, String words, String skill) {
    Map<String, Job> byId = new HashMap<>();
    List<Job> open =
        matchmaking.openJobs().stream().filter(job -> has(job.title(), words)).toList();
    open.forEach(job -> byId.put(job.id(), job));
    List<Match> matches =
        matchmaking.jobs(member, open, MOST).stream()
            .filter(match -> !match.reasons().shown().isEmpty())
            .toList();
    List<Match> narrowed =
        matches.stream().filter(match -> skill.isEmpty() || names(match, skill)).toList();
    return new JobsPage(
        words,
        skill,
        facets(matches, words, skill),
        narrowed.size(),
        narrowed.stream()
            .limit(SHOWN)
            .flatMap(match ->
                Optional.ofNullable(byId.get(match.id())).map(job -> found(job, match)).stream())
            .toList(),
        matchmaking.paths(member, STEPS));
  }

  private static boolean has(String title, String words) {
    String lower = title.toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(lower::contains);
  }

  private static boolean names(Match match, String skill) {
    return Stream.concat(match.reasons().shown().stream(), match.reasons().missing().stream())
        .anyMatch(skill::equalsIgnoreCase);
  }

  private static List<Facet> facets(List<Match> matches, String words, String chosen) {
    Map<String, Integer> jobs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Match match : matches) {
      Map<String, Boolean> named = new LinkedHashMap<>();
      match.reasons().shown().forEach(term -> named.put(term.toLowerCase(Locale.ROOT), true));
      named.keySet().forEach(term -> jobs.merge(term, 1, Integer::sum));
    }
    return jobs.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(FACETS)
        .map(each ->
            new Facet(
                each.getKey(),
                each.getValue(),
                "/jobs?words=%s&skill=%s".formatted(encoded(words), encoded(each.getKey())),
                each.getKey().equalsIgnoreCase(chosen)))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Found found(Job job, Match match) {
    return new Found(
        job.title(),
        String.join(
            ", ",
            Stream.of(job.company(), job.location(), job.country())
                .flatMap(Optional::stream)
                .toList()),
        (int) Math.round(100 * match.reasons().score()),
        match.reasons().shown(),
        match.reasons().missing(),
        match.reasons().requirements());
  }
}
