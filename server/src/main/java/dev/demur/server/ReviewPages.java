package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.home.Reviews;
import dev.demur.model.RecordId;
import dev.demur.server.access.LookTrail;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// Records of which the screen for special categories was not sure: the queue, and the reading of
/// one.
@Controller
class ReviewPages {
  private static final int MAX_NOTE = 1000;
  private static final int MAX_SHOWN = 200;

  private final Home home;
  private final LookTrail trail;
  private final Templates pages;

  ReviewPages(Home home, LookTrail trail, Templates pages) {
    this.home = home;
    this.trail = trail;
    this.pages = pages;
  }

  /// Names no member: whose record it is says only the page where it is read, which is a look.
  @GetMapping(value = "/operator/reviews", produces = Html.TYPE)
  @ResponseBody
  String queue(HttpServletRequest request) {
    List<Reviews.Item> all = Reviews.open(home);
    List<ReviewsPage.Row> rows =
        all.stream()
            .limit(MAX_SHOWN)
            .map(item ->
                new ReviewsPage.Row(
                    item.record().value(), item.category().code(), item.special(), item.words()))
            .toList();
    return pages
        .reviews(Frames.english(request, "Reviews"), new ReviewsPage(rows, all.size()))
        .render();
  }

  @GetMapping(value = "/operator/reviews/{record}", produces = Html.TYPE)
  @ResponseBody
  String read(@PathVariable String record, HttpServletRequest request, Authentication user) {
    Reviews.Reading reading =
        Reviews.reading(home, id(record))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    trail.entered(request, user, List.of(reading.holder()));
    ReviewPage page =
        new ReviewPage(
            record,
            reading.holder().value(),
            reading.category().code(),
            reading.text(),
            reading.mayKeep());
    return pages.review(Frames.english(request, "Review"), page).render();
  }

  @PostMapping("/operator/reviews/{record}")
  String decide(
      @PathVariable String record,
      @RequestParam String decision,
      @RequestParam(defaultValue = "") String note,
      Authentication user) {
    boolean known = decision.equals("keep") || decision.equals("remove");
    if (!known || note.length() > MAX_NOTE) {
      throw new BadRequest();
    }
    Reviews.decide(home, id(record), decision.equals("keep"), user.getName(), note.strip());
    return "redirect:/operator/reviews";
  }

  private static RecordId id(String record) {
    try {
      return new RecordId(record);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no record", e);
    }
  }
}
