package dev.demur.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's Chromium, driven by a test.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
  /// In milliseconds: what to wait for a page on a machine that does much else.
  private static final double PATIENCE = 120_000;

  private static final List<String> BARRIERS = List.of("serious", "critical");

  /// Skips the test where there is none.
  static Chromium start() {
    Optional<Path> chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        chromium.isPresent(),
        "skipped: no Chromium in /usr/bin; install Debian's chromium to run the browser tests");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions options =
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
                    "--disable-gpu"));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /// A window of its own, signed in as nobody.
  Page page() {
    return page(new NewPageOptions());
  }

  /// The same for somebody whose browser runs no scripts.
  Page pageWithoutScripts() {
    return page(new NewPageOptions().setJavaScriptEnabled(false));
  }

  private Page page(NewPageOptions options) {
    Page page = browser.newPage(options);
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  /// What keeps people from using a page, by axe. Words in the very colour of their ground, which
  /// it only calls undecided, are among it.
  static List<String> barriers(Page page) {
    AxeResults results = new AxeBuilder(page).analyze();
    Stream<Rule> violated =
        results.getViolations().stream().filter(rule -> BARRIERS.contains(rule.getImpact()));
    Stream<Rule> invisible = results.getIncomplete().stream().filter(Chromium::isInvisible);
    return Stream.concat(violated, invisible).map(Rule::getId).toList();
  }

  private static boolean isInvisible(Rule rule) {
    return rule.getNodes().stream()
        .flatMap(node -> node.getAny().stream())
        .anyMatch(check -> String.valueOf(check.getData()).contains("equalRatio"));
  }

  /// How wide the content of a page is.
  static int width(Page page) {
    return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
