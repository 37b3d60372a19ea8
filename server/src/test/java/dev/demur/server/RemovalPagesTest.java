package dev.demur.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.demur.home.Certificate;
import dev.demur.home.Forgetting;
import dev.demur.home.Progress;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console shows a removal from its beginning to its certificate, and names nobody.
class RemovalPagesTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String PATH = "/operator/removals";

  @TempDir Path folder = Path.of("");
  private DemoHome demo;

  @BeforeEach
  void start() throws IOException {
    demo = DemoHome.in(folder);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  private Forgetting forgetting() {
    return new Forgetting(demo.home(), () -> folder, Progress.NONE);
  }

  /// What the job that works on a removal writes beside its plan, `docs/reference/home.md`.
  private void jobTells(String step, int done, int total, String at) throws IOException {
    Files.writeString(
        folder.resolve("home/removal/progress.json"),
        "{\"step\":\"%s\",\"done\":%d,\"total\":%d,\"at\":\"%s\"}"
            .formatted(step, done, total, at));
  }

  private Document page() throws Exception {
    return Jsoup.parse(new Visitor(demo).signIn("operator").get(PATH).body());
  }

  private static List<String> cells(Document page, String part) {
    return page.select("section:has(#%s) td".formatted(part)).eachText();
  }

  @Test
  void aRemovalIsSeenWaitingRunningAndDone() throws Exception {
    assertThat(page().select(".lead").text()).isEqualTo("No removal is running.");

    forgetting().quarantine(Set.of(demo.member()), false);
    assertThat(page().select(".lead").text())
        .startsWith("One member is being removed")
        .endsWith("No job has begun it yet: the next one that changes the home does.");

    jobTells("TRAINING", 3, 8, "2026-01-15T10:00:00Z");
    Document running = page();
    assertThat(cells(running, "running"))
        .contains("done", "running: 3 of 8", "to come")
        .endsWith("to come");
    assertThat(running.select("#running-title").text()).isEqualTo("Removal: 40 percent done");
    assertThat(running.text()).doesNotContain(demo.member().value());

    jobTells("TRAINING", 3, 8, "2026-01-15T09:00:00Z");
    assertThat(page().select(".lead").text())
        .endsWith("if it was killed, run: demur forget --pending");

    Certificate certificate = forgetting().forget(Set.of(), false);
    Document done = page();
    assertThat(done.select(".lead").text()).isEqualTo("No removal is running.");
    assertThat(cells(done, "certified"))
        .containsExactly(
            "15 January 2026, 10:00 UTC", "1", "entry %,d".formatted(certificate.logEntry()));
    assertThat(folder.resolve("home/removal/progress.json")).doesNotExist();
  }

  @Test
  void thePageLoadsAgainOnlyForWhoeverWantsIt() throws Exception {
    Visitor operator = new Visitor(demo).signIn("operator");

    HttpResponse<String> still = operator.get(PATH);
    assertThat(still.headers().firstValue("Refresh")).isEmpty();
    String watch = Jsoup.parse(still.body()).select("main p a").attr("href");
    HttpResponse<String> watched = operator.get(watch);

    assertThat(watched.headers().firstValue("Refresh")).contains("5");
    assertThat(Jsoup.parse(watched.body()).select("main p a").attr("href")).isEqualTo(PATH);
  }

  @Test
  void theRunningRemovalIsReadableInABrowserWithoutScripts() throws Exception {
    Files.createDirectories(SCREENSHOTS);
    forgetting().quarantine(Set.of(demo.member(), demo.other()), false);
    jobTells("TRAINING", 5, 8, "2026-01-15T10:00:00Z");
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page()) {
      page.navigate(demo.url("/login"));
      page.getByLabel("Name").fill("operator");
      page.getByLabel("Password").fill(DemoHome.PASSWORD);
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in").setExact(true))
          .click();
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Removals")).click();
      assertThat(page.locator("h1")).hasText("Removals");
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Watch")).click();
      jobTells("TRAINING", 6, 8, "2026-01-15T10:00:00Z");
      assertThat(page.locator("section:has(#running)")).containsText("running: 6 of 8");
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Stop loading")).click();
      assertThat(page.locator("main p a")).containsText("Watch");
      assertThat(Chromium.barriers(page)).isEmpty();
      for (int width : new int[] {320, 1100}) {
        page.setViewportSize(width, 900);
        assertThat(Chromium.width(page)).isLessThanOrEqualTo(width);
        page.screenshot(
            new ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("operator-removals-" + width + ".png")));
      }
    }
  }
}
