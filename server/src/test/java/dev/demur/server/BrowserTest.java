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
  void offTakesNoMoreEffortThanOn() {
    try (Page page = signedIn(demo.other().value())) {
      page.navigate(demo.url("/settings"));
      var on = page.locator("button[value=on]").boundingBox();
      var off = page.locator("button[value=off]").boundingBox();

      assertThat(off.width).isGreaterThanOrEqualTo(on.width - 1);
      assertThat(off.height).isGreaterThanOrEqualTo(on.height - 1);
      assertThat(off.y).isEqualTo(on.y);
    }
  }

  @Test
  void noPageHasASeriousBarrierAndAllFitASmallScreen() {
    try (Page page = signedIn(demo.member().value())) {
      for (String path : List.of("/settings", "/objection", "/data", "/write")) {
        check(page, path);
      }
    }
    try (Page page = signedIn("operator")) {
      check(page, "/operator");
      page.setViewportSize(1100, 900);
      page.screenshot(shot("operator"));
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
