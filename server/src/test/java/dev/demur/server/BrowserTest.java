package dev.demur.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.CorpusEntry.Out;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.log.ReceiptVerifier;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What a member does, in a real Chromium.
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @TempDir static Path folder = Path.of("");
  private @Nullable DemoHome demo;
  private @Nullable Chromium chromium;

  @BeforeAll
  void start() throws IOException {
    chromium = Chromium.start();
    Files.createDirectories(SCREENSHOTS);
    demo = DemoHome.in(folder);
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  private Page signedIn(String name) {
    Page page = chromium.page();
    page.navigate(demo.url("/login"));
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(DemoHome.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
    return page;
  }

  @Test
  void switchingOffInThePageLeavesTheMemberOutOfTheNextBuildAndTheReceiptSaysSo() {
    try (Page page = signedIn(demo.member().value())) {
      assertThat(page.locator("h1")).hasText("Data for Generative AI Improvement");
      assertThat(usedText()).isPositive();

      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Off").setExact(true)).click();

      assertThat(page.locator(".flash")).containsText("Switched off. Receipt ");
      assertThat(page.locator("#state")).hasText("Your setting is Off");
      page.screenshot(shot("settings"));

      DemoHome.build(demo.home(), folder);
      assertThat(usedText()).isZero();
      assertThat(reasons()).contains("toggle-off");

      String json =
          page.request().get(demo.url(page.locator("td a").first().getAttribute("href"))).text();
      Receipt receipt = ReceiptVerifier.verify(json, demo.home().ledger().publicKey());
      assertThat(receipt.entry()).contains("toggle").contains("false");

      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("On").setExact(true)).click();
      DemoHome.build(demo.home(), folder);
      assertThat(usedText()).isPositive();
    }
  }

  private long usedText() {
    return demo.home().corpus().of(demo.member()).stream()
        .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION)
        .count();
  }

  private List<String> reasons() {
    return demo.home().corpus().entriesOf(demo.member()).stream()
        .map(CorpusEntry::outcome)
        .filter(Out.class::isInstance)
        .map(outcome -> ((Out) outcome).reason())
        .distinct()
        .toList();
  }

  @Test
  void objectingTakesNoReasonAndAnEmptyFormSaysWhatIsMissing() {
    try (Page page = signedIn(demo.other().value())) {
      page.navigate(demo.url("/objection"));
      for (int i = 1; i <= 3; i++) {
        page.locator("#covers-" + i).uncheck();
      }
      var send = new GetByRoleOptions().setName("Send objection");
      page.getByRole(AriaRole.BUTTON, send).click();
      assertThat(page.locator(".errors"))
          .containsText("Choose at least one use that you object to");

      page.locator("#covers-1").check();
      page.getByRole(AriaRole.BUTTON, send).click();
      assertThat(page.locator(".flash"))
          .hasText(Pattern.compile("^Your objection is filed as case-.*Use has stopped\\.$"));
    }
  }

  @Test
  void somebodyWithoutAnAccountObjectsWithAKeyboardAndWithoutJavaScript() {
    try (Page page = chromium.pageWithoutScripts()) {
      page.navigate(demo.url("/login"));
      page.getByText("No account? Object here").press("Enter");
      page.locator("#name").pressSequentially("Wilhelmina Quist");
      page.screenshot(shot("visitor"));
      page.locator("#name:focus").press("Enter");
      assertThat(page.locator("h1")).hasText("Your objection is filed");
      page.screenshot(shot("visitor-case"));
      String receipt =
          page.request()
              .get(demo.url(page.locator("main p a").first().getAttribute("href")))
              .text();
      assertThat(ReceiptVerifier.verify(receipt, demo.home().ledger().publicKey()).entry())
          .contains("Wilhelmina Quist");
    }
  }

  /// What stands before a button, and how far down its lower edge is.
  private record Effort(int clicks, int words, double scroll) {
    static Effort to(Page page, String value) {
      String read =
          """
          value => {
            const button = document.querySelector(`button[value=${value}]`);
            const range = document.createRange();
            range.setStart(document.querySelector('main'), 0);
            range.setEndBefore(button);
            const words = range.toString().trim().split(/\\s+/).filter(w => w).length;
            const edge = button.getBoundingClientRect().bottom + window.scrollY;
            return [words, Math.max(0, edge - window.innerHeight)];
          }
          """;
      List<?> found = (List<?>) page.evaluate(read, value);
      return new Effort(
          1, ((Number) found.get(0)).intValue(), ((Number) found.get(1)).doubleValue());
    }
  }

  @Test
  void offTakesNoMoreClicksWordsOrScrollingThanOn() {
    try (Page page = signedIn(demo.other().value())) {
      for (int width : new int[] {320, 1100}) {
        page.setViewportSize(width, 640);
        page.navigate(demo.url("/settings"));
        Effort on = Effort.to(page, "on");
        Effort off = Effort.to(page, "off");
        assertThat(off.clicks()).isLessThanOrEqualTo(on.clicks());
        assertThat(off.words()).as("words at %d px", width).isLessThanOrEqualTo(on.words());
        assertThat(off.words()).isPositive();
        assertThat(off.scroll()).as("scroll at %d px", width).isLessThanOrEqualTo(on.scroll());
        var onBox = page.locator("button[value=on]").boundingBox();
        var offBox = page.locator("button[value=off]").boundingBox();
        assertThat(offBox.width).isGreaterThanOrEqualTo(onBox.width - 1);
        assertThat(offBox.height).isGreaterThanOrEqualTo(onBox.height - 1);
      }
    }
  }

  @Test
  void everythingCanBeDoneWithoutJavaScriptAndWithAKeyboard() {
    try (Page page = chromium.pageWithoutScripts()) {
      page.navigate(demo.url("/login"));
      Locator focused = page.locator(":focus");
      assertThat(page.locator("#username")).isFocused();
      focused.pressSequentially(demo.other().value());
      focused.press("Tab");
      focused.pressSequentially(DemoHome.PASSWORD);
      focused.press("Enter");
      page.locator("button[value=off]").press("Enter");
      assertThat(page.locator(".flash")).containsText("Switched off.");
      page.navigate(demo.url("/objection"));
      page.locator("form.narrow button").press("Enter");
      assertThat(page.locator(".flash")).containsText("Use has stopped.");
      page.locator("button[value=fr]").press("Enter");
      page.locator("html[lang=fr]").waitFor();
      page.locator("button[value=en]").click();
      page.locator("button[value=on]").click();
    }
  }

  @Test
  void theNoticeStandsInTheSettingsUntilItIsRead() {
    try (Page page = signedIn(demo.other().value())) {
      page.navigate(demo.url("/settings"));
      assertThat(page.locator("#notice")).isVisible();
      page.locator("section:has(#notice)").scrollIntoViewIfNeeded();
      page.screenshot(shot("banner"));
      assertThat(Chromium.barriers(page)).isEmpty();
      page.locator("form[action='/notice'] button").click();
      assertThat(page.locator("#notice")).hasCount(0);
    }
  }

  @Test
  void whatEachChoiceWouldChangeIsWhatItChanges() {
    try (Page page = signedIn(demo.member().value())) {
      page.navigate(demo.url("/choices"));
      List<String> used = page.locator("tbody tr").first().locator("td").allInnerTexts();
      assertThat(Integer.parseInt(used.getFirst())).isPositive();
      assertThat(used.subList(1, 4)).containsOnly("none");
      List<String> matched = page.locator("tbody tr").nth(2).locator("td").allInnerTexts();
      assertThat(matched.get(1)).as("the setting leaves matching alone").isEqualTo(matched.get(0));
      assertThat(matched.subList(2, 4)).containsOnly("none");
      page.screenshot(shot("choices"));
      page.locator("#closure ~ form button").click();
      assertThat(page).hasURL(demo.url("/choices"));
    }
  }

  @Test
  void aCaseIsWorkedFromTheQueueAndARefusalNeedsItsGrounds() {
    try (Page page = signedIn(demo.other().value())) {
      page.navigate(demo.url("/objection"));
      page.getByLabel("Reason").fill("I did not know <b>this</b>");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send objection")).click();
    }
    try (Page page = signedIn("operator")) {
      page.navigate(demo.url("/operator/cases"));
      assertThat(page.locator("td").nth(4)).containsText("days left");
      page.screenshot(shot("queue"));
      page.locator("td a").last().click();
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Take the case")).click();
      assertThat(page.locator("#steps ~ ul")).containsText("assigned by operator");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Refuse")).click();
      assertThat(page.locator(".errors")).containsText("compelling grounds");
      page.screenshot(shot("case"));
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Grant")).click();
      assertThat(page.locator("dl")).containsText("granted");
      page.getByLabel("Recipient", new Page.GetByLabelOptions().setExact(true)).fill("A vendor");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Told of the objection"))
          .click();
      assertThat(page.locator("#recipients ~ ul")).hasText("A vendor: told, has not answered yet");
      page.screenshot(shot("recipients").setFullPage(true));
      check(page, page.url().substring(demo.url("").length()));
    }
  }

  @Test
  void noPageHasASeriousBarrierAndAllFitASmallScreen() {
    try (Page page = signedIn(demo.member().value())) {
      for (String path :
          List.of("/settings", "/choices", "/objection", "/data", "/write", "/trace")) {
        check(page, path);
      }
      page.locator("button[value=de]").click();
      for (String path : List.of("/settings", "/choices", "/objection", "/data")) {
        check(page, path);
      }
      page.setViewportSize(1100, 900);
      page.navigate(demo.url("/settings"));
      page.screenshot(shot("settings-de"));
    }
    try (Page page = chromium.page()) {
      check(page, "/login");
      check(page, "/object");
      check(page, "/no-such-page");
    }
    try (Page page = signedIn("operator")) {
      for (String path :
          List.of(
              "/operator",
              "/operator/cases",
              "/operator/reviews",
              "/operator/program",
              "/operator/notices",
              "/operator/lineage",
              "/operator/removals",
              "/operator/log",
              "/trace")) {
        check(page, path);
        page.setViewportSize(1100, 900);
        page.screenshot(shot(path.substring(1).replace('/', '-')));
      }
    }
  }

  private void check(Page page, String path) {
    page.setViewportSize(1100, 900);
    page.navigate(demo.url(path));
    assertThat(Chromium.barriers(page)).as(path).isEmpty();
    page.setViewportSize(320, 640);
    assertThat(Chromium.width(page)).as("%s at 320 px", path).isLessThanOrEqualTo(320);
  }

  private static ScreenshotOptions shot(String name) {
    return new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
  }
}
