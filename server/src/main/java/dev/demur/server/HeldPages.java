package dev.demur.server;

import dev.demur.home.HeldItem;
import dev.demur.home.Home;
import dev.demur.home.MemberData;
import dev.demur.home.Snapshot;
import dev.demur.home.Snapshots;
import dev.demur.model.MemberId;
import dev.demur.server.HeldPage.CategoryRow;
import dev.demur.server.HeldPage.ItemRow;
import dev.demur.server.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

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
    var page = new HeldPage(summary(items), categories(items), models(member), rows(items));
    return pages.held(Frames.of(request, "Your data"), page).render();
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

  private String summary(List<HeldItem> items) {
    long used = items.stream().filter(HeldItem::used).count();
    Optional<Snapshot> snapshot = Snapshots.latest(home);
    return snapshot
        .map(s ->
            "%,d records are held. %,d of them were used to train models that write, as decided on %s under the program %s."
                .formatted(items.size(), used, Html.day(s.asOf()), s.program()))
        .orElse("%,d records are held. Nothing has been used yet.".formatted(items.size()));
  }

  private static List<CategoryRow> categories(List<HeldItem> items) {
    var byCategory =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.category().code(), TreeMap::new, Collectors.toList()));
    return byCategory.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
  }

  private static CategoryRow row(String category, List<HeldItem> items) {
    long used = items.stream().filter(HeldItem::used).count();
    String reasons =
        items.stream()
            .filter(item -> !item.used())
            .map(HeldItem::answer)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new CategoryRow(category, items.size(), used, reasons);
  }

  private String models(MemberId member) {
    long others = home.suggestions().supportedBy(member);
    String inAnswers =
        others == 0
            ? "No suggestion shown to somebody else has words that you wrote too."
            : "%,d suggestions shown to others have words that you, and at least nine others, wrote too."
                .formatted(others);
    return Snapshots.whereIs(home, member)
        .map(place -> "Your text is in the part of the model called %s. ".formatted(place))
        .orElse("No model has been trained with your text. ")
        .concat(inAnswers);
  }

  private static List<ItemRow> rows(List<HeldItem> items) {
    return items.stream()
        .map(item ->
            new ItemRow(
                item.category().code(),
                item.createdAt().map(Html::day).orElse("–"),
                item.excerpt().isEmpty() ? "(not kept)" : item.excerpt(),
                item.used(),
                item.used() ? "used" : item.answer(),
                item.clause()))
        .toList();
  }
}
