package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.home.Preview;
import dev.demur.home.Preview.Outlook;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.MemberId;
import dev.demur.server.ChoicesPage.Line;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What each choice would change, before it is made; and closing the account.
@Controller
class ChoicesPages {
  private static final String CONFIRMED = "yes";

  private final Home home;
  private final Templates pages;

  ChoicesPages(Home home, Templates pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping(value = "/choices", produces = Html.TYPE)
  @ResponseBody
  String choices(HttpServletRequest request, Principal user) {
    Words words = Frames.words(request);
    Preview preview = Preview.of(home, Members.of(user));
    return pages
        .choices(
            Frames.of(request, words.of("choices.title")), new ChoicesPage(lines(preview, words)))
        .render();
  }

  private static List<Line> lines(Preview preview, Words words) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("choices.old", preview, words, o -> count(o.written(), words)));
    lines.add(
        line(
            "choices.new",
            preview,
            words,
            o -> words.of(o.newlyWritten() ? "choices.used" : "choices.unused")));
    lines.add(line("choices.matching", preview, words, o -> count(o.matched(), words)));
    String kept = words.of("choices.until.build", preview.inSnapshot());
    String none = words.of("choices.none");
    lines.add(
        new Line(
            words.of("choices.snapshot"),
            count(preview.inSnapshot(), words),
            preview.inSnapshot() == 0 ? none : kept,
            preview.inSnapshot() == 0 ? none : kept,
            words.of("choices.removed")));
    String stays = words.of("choices.stays");
    boolean trained = preview.trainedIn().isPresent();
    lines.add(
        new Line(
            words.of("choices.model"),
            preview.trainedIn().orElse(none),
            trained ? stays : none,
            trained ? stays : none,
            words.of("choices.removed")));
    lines.add(line("choices.recipients", preview, words, o -> recipients(o, words)));
    return lines;
  }

  private static Line line(
      String key, Preview preview, Words words, Function<Outlook, String> shown) {
    return new Line(
        words.of(key),
        shown.apply(preview.now()),
        shown.apply(preview.off()),
        shown.apply(preview.objection()),
        shown.apply(preview.closure()));
  }

  private static String count(long items, Words words) {
    return items == 0
        ? words.of("choices.none")
        : String.format(words.language().locale(), "%,d", items);
  }

  private static String recipients(Outlook outlook, Words words) {
    return outlook.recipients().isEmpty()
        ? words.of("choices.none")
        : outlook.recipients().stream()
            .sorted()
            .map(recipient -> words.of("recipient." + recipient.code()))
            .collect(Collectors.joining(", "));
  }

  @PostMapping("/closure")
  String close(
      @RequestParam(defaultValue = "") String confirm,
      HttpServletRequest request,
      Principal user,
      RedirectAttributes next) {
    if (!confirm.equals(CONFIRMED)) {
      return "redirect:/choices";
    }
    MemberId member = Members.of(user);
    Receipt receipt = Choices.close(home, member, Optional.empty());
    next.addFlashAttribute(
        Frames.FLASH, Frames.words(request).of("flash.closed", Long.toString(receipt.position())));
    return "redirect:/settings";
  }
}
