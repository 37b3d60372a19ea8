package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  @BeforeAll
  void start() throws IOException {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        chromium.isPresent(),
        "skipped: no Chromium in /usr/bin; install Debian's chromium to run the browser tests");
    Files.createDirectories(SCREENSHOTS);
    demo = DemoHome.in(folder);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setChromiumSandbox(false)
                    .setArgs(
                        List.of(
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--disable-quic",
                            "--disable-gpu")));
  }

  @AfterAll
  void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  private Page signedIn(String name) {
    Page page = browser.newPage();
    page.navigate(demo.url("/login"));
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(DemoHome.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
    return page;
  }

  @Test
  void switchingOffInThePageLeavesTheMemberOutOfTheNextBuildAndTheReceiptSaysSo() {
    try (Page page = signedIn(demo.member().value())) {
      assertThat(page.locator("h1").innerText()).isEqualTo("Data for Generative AI Improvement");
      assertThat(usedText()).isPositive();

      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Off").setExact(true)).click();

      assertThat(page.locator(".flash").innerText()).startsWith("Switched off. Receipt ");
      assertThat(page.locator("#state").innerText()).isEqualTo("Your setting is Off");
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
      assertThat(page.locator(".errors").innerText())
          .contains("Choose at least one use that you object to");

      page.locator("#covers-1").check();
      page.getByRole(AriaRole.BUTTON, send).click();
      assertThat(page.locator(".flash").innerText())
          .startsWith("Your objection is filed as case-")
          .endsWith("Use has stopped.");
    }
  }

  @Test
  void somebodyWithoutAnAccountObjectsWithAKeyboardAndWithoutJavaScript() {
    try (var plain =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = plain.newPage()) {
      page.navigate(demo.url("/login"));
      page.getByText("No account? Object here").focus();
      page.keyboard().press("Enter");
      page.locator("#name").focus();
      page.keyboard().type("Wilhelmina Quist");
      page.screenshot(shot("visitor"));
      page.keyboard().press("Enter");
      assertThat(page.locator("h1").innerText()).isEqualTo("Your objection is filed");
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
    try (var plain =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = plain.newPage()) {
      page.navigate(demo.url("/login"));
      page.keyboard().type(demo.other().value());
      page.keyboard().press("Tab");
      page.keyboard().type(DemoHome.PASSWORD);
      page.keyboard().press("Enter");
      page.locator("button[value=off]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".flash").innerText()).startsWith("Switched off.");
      page.navigate(demo.url("/objection"));
      page.locator("form.narrow button").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".flash").innerText()).endsWith("Use has stopped.");
      page.locator("button[value=fr]").focus();
      page.keyboard().press("Enter");
      page.locator("html[lang=fr]").waitFor();
      page.locator("button[value=en]").click();
      page.locator("button[value=on]").click();
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
      assertThat(page.url()).endsWith("/choices");
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
      assertThat(page.locator("td").nth(4).innerText()).endsWith("days left");
      page.screenshot(shot("queue"));
      page.locator("td a").last().click();
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Take the case")).click();
      assertThat(page.locator("#steps ~ ul").innerText()).contains("assigned by operator");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Refuse")).click();
      assertThat(page.locator(".errors").innerText()).contains("compelling grounds");
      page.screenshot(shot("case"));
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Grant")).click();
      assertThat(page.locator("dl").innerText()).contains("granted");
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
    try (Page page = browser.newPage()) {
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
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Rule::getId)
                .toList();
    assertThat(serious).as(path).isEmpty();
    page.setViewportSize(320, 640);
    int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    assertThat(width).as("%s at 320 px", path).isLessThanOrEqualTo(320);
  }

  private static ScreenshotOptions shot(String name) {
    return new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
  }
}
