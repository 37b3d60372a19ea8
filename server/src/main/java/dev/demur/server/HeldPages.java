package dev.demur.server;

import dev.demur.home.Choices;
import dev.demur.home.HeldItem;
import dev.demur.home.Home;
import dev.demur.home.MemberData;
import dev.demur.home.Snapshots;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.server.HeldPage.CategoryRow;
import dev.demur.server.HeldPage.ItemRow;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is held about the member and where it was used.
@Controller
class HeldPages {
  private final Home home;
  private final Templates pages;

  HeldPages(Home home, Templates pages) {
    this.home = home;
    this.pages = pages;
  }

  @GetMapping(value = "/data", produces = Html.TYPE)
  @ResponseBody
  String held(HttpServletRequest request, Principal user) {
    MemberId member = Members.of(user);
    List<HeldItem> items = MemberData.of(home, member);
    Words words = Frames.words(request);
    Set<RecordId> deleted = home.ledger().view().deletions().keySet();
    var page =
        new HeldPage(
            summary(items, words),
            categories(items, words),
            models(member, words),
            items.stream().map(item -> row(item, deleted, words)).toList());
    return pages.held(Frames.of(request, words.of("nav.data")), page).render();
  }

  @PostMapping("/data/delete")
  String delete(
      @RequestParam String record,
      HttpServletRequest request,
      Principal user,
      RedirectAttributes next) {
    Receipt receipt =
        Choices.deleteRecord(home, Members.of(user), new RecordId(record), Optional.empty());
    next.addFlashAttribute(
        Frames.FLASH, Frames.words(request).of("flash.deleted", Long.toString(receipt.position())));
    return "redirect:/data";
  }

  @GetMapping(value = "/data.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<ItemJson> json(Principal user) {
    return MemberData.of(home, Members.of(user)).stream().map(ItemJson::of).toList();
  }

  /// One record as the member takes it away.
  record ItemJson(
      String record,
      String category,
      String createdAt,
      String excerpt,
      String purpose,
      String answer,
      String clause) {
    static ItemJson of(HeldItem item) {
      return new ItemJson(
          item.record().value(),
          item.category().code(),
          item.createdAt().map(Object::toString).orElse(""),
          item.excerpt(),
          item.purpose().code(),
          item.answer(),
          item.clause());
    }
  }

  private String summary(List<HeldItem> items, Words words) {
    long used = items.stream().filter(HeldItem::used).count();
    return Snapshots.latest(home)
        .map(s -> words.of("held.summary", items.size(), used, words.day(s.asOf()), s.program()))
        .orElse(words.of("held.unbuilt", items.size()));
  }

  private static List<CategoryRow> categories(List<HeldItem> items, Words words) {
    var byCategory =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.category().code(), TreeMap::new, Collectors.toList()));
    return byCategory.entrySet().stream().map(e -> row(e.getKey(), e.getValue(), words)).toList();
  }

  private static CategoryRow row(String category, List<HeldItem> items, Words words) {
    long used = items.stream().filter(HeldItem::used).count();
    String reasons =
        items.stream()
            .filter(item -> !item.used())
            .map(item -> words.orCode("answer.", item.answer()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new CategoryRow(category, items.size(), used, reasons);
  }

  private String models(MemberId member, Words words) {
    long others = home.suggestions().supportedBy(member);
    String inAnswers = others == 0 ? words.of("held.others.none") : words.of("held.others", others);
    return Snapshots.whereIs(home, member)
        .map(place -> words.of("held.model.in", place))
        .orElse(words.of("held.model.none"))
        .concat(" " + inAnswers);
  }

  private static ItemRow row(HeldItem item, Set<RecordId> deleted, Words words) {
    return new ItemRow(
        item.record().value(),
        item.category().code(),
        item.createdAt().map(words::day).orElse("–"),
        item.excerpt().isEmpty() ? "–" : item.excerpt(),
        item.used(),
        words.orCode("answer.", item.answer()),
        item.clause(),
        !deleted.contains(item.record()));
  }
}
