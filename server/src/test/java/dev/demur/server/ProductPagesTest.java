package dev.demur.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.demur.home.Role;
import dev.demur.ledger.Event;
import dev.demur.model.MemberId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Writing with suggestions, jobs with reasons, and search for recruiters, in a real Chromium.
@TestInstance(Lifecycle.PER_CLASS)
class ProductPagesTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String RECRUITER = "rita";

  @TempDir static Path folder = Path.of("");
  private @Nullable DemoHome demo;
  private @Nullable Chromium chromium;

  @BeforeAll
  void start() throws Exception {
    chromium = Chromium.start();
    Files.createDirectories(SCREENSHOTS);
    demo = DemoHome.in(folder);
    demo.home().accounts().put(RECRUITER, DemoHome.PASSWORD, Role.RECRUITER);
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

  private void signIn(Page page, String name) {
    page.navigate(demo.url("/login"));
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(DemoHome.PASSWORD);
    press(page, "Sign in");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private static void shoot(Page page, String name) {
    for (int width : new int[] {320, 1100}) {
      page.setViewportSize(width, 900);
      assertThat(Chromium.width(page)).as("%s at %d px", name, width).isLessThanOrEqualTo(width);
      page.screenshot(
          new ScreenshotOptions()
              .setFullPage(true)
              .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
    }
  }

  /// Needs the page's own scripts to be allowed: axe is one.
  private static void look(Page page, String name) {
    shoot(page, name);
    assertThat(Chromium.barriers(page)).as(name).isEmpty();
  }

  private String decision(String id) {
    return demo.home().suggestions().find(id, demo.member()).orElseThrow().decision();
  }

  @Test
  void wordsAreSuggestedWhileAMemberTypesAndTheOneTakenIsRecorded() {
    try (Page page = chromium.page()) {
      signIn(page, demo.member().value());
      page.navigate(demo.url("/write"));
      page.locator("#category").selectOption("profile.summary");
      page.locator("#prefix").pressSequentially("I ");
      page.locator("#live button").first().waitFor();
      look(page, "write-live");
      String offered = page.locator("#live button").first().innerText().replaceFirst("Alt.1", "");

      var taken =
          page.waitForResponse(
              answer -> answer.url().endsWith("/write/decide"),
              () -> page.locator("#prefix").press("Alt+1"));

      assertThat(page.locator("#prefix").inputValue()).startsWith("I ").endsWith(offered.strip());
      String sent = taken.request().postData();
      assertThat(decision(sent.replaceFirst(".*&id=([^&]*).*", "$1"))).isEqualTo("accepted");
    }
  }

  @Test
  void theSameWorksWithoutAScriptAndAChangedTextCountsAsEdited() {
    try (Page page = chromium.pageWithoutScripts()) {
      signIn(page, demo.member().value());
      page.navigate(demo.url("/write"));
      page.locator("#category").selectOption("profile.summary");
      page.locator("#prefix").fill("I ");
      press(page, "Continue");
      assertThat(page.locator(".difference ins").first()).not().isEmpty();
      shoot(page, "write-continued");
      var suggestion = page.locator("section.suggestion").first();
      String id = suggestion.locator("input[name=id]").inputValue();
      suggestion.locator("textarea").fill("Something of my own.");
      suggestion
          .getByRole(
              AriaRole.BUTTON,
              new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Accept"))
          .click();
      assertThat(page.locator(".flash")).containsText("Accepted with your changes.");
      assertThat(decision(id)).isEqualTo("edited");

      for (String button : List.of("A headline", "An about text")) {
        press(page, button);
        assertThat(page.locator("section.suggestion").first()).isVisible();
        assertThat(page.locator(".difference del").first()).not().isEmpty();
        shoot(page, "write-" + button.replace(' ', '-'));
      }
      page.locator("#advert").fill("You know %s.\nYou weld hulls.".formatted(demo.skill()));
      press(page, "Arrange my résumé");
      assertThat(page.locator("section.suggestion h2").first()).containsText("Résumé");
      assertThat(page.locator(".chip.met").first()).hasText(demo.skill());
      shoot(page, "write-resume");
      page.locator("#notes").fill("Data analyst\nDuties: keeps reports\nKnows SQL");
      press(page, "Describe the job");
      assertThat(page.locator("section.suggestion textarea").first().inputValue())
          .contains("Data analyst");
    }
  }

  @Test
  void whatFirstRequestsNeedIsReadFromTheStartOn() throws Exception {
    String health = "";
    for (int second = 0; second < 120 && !health.contains("\"suggestions\":\"ready\""); second++) {
      Thread.sleep(second == 0 ? 0 : 1000);
      try (var client = HttpClient.newHttpClient()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(demo.url("/v1/health"))).GET().build();
        health = client.send(request, BodyHandlers.ofString()).body();
      }
    }

    assertThat(health).contains("\"status\":\"up\"", "\"suggestions\":\"ready\"");
  }

  @Test
  void onlyThePageToWriteOnMayHaveAScriptAndOnlyOurs() {
    try (Page page = chromium.page()) {
      signIn(page, demo.member().value());
      for (String path : List.of("/settings", "/jobs", "/trace", "/data")) {
        var answer = page.navigate(demo.url(path));
        assertThat(answer.headerValue("content-security-policy"))
            .as(path)
            .doesNotContain("script-src", "connect-src");
        assertThat(page.locator("script").count()).as(path).isZero();
      }
      assertThat(page.navigate(demo.url("/write")).headerValue("content-security-policy"))
          .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
          .doesNotContain("unsafe", "script-src 'self' ");
      assertThat(page.locator("script").count()).isEqualTo(1);
    }
  }

  @Test
  void jobsAreListedWithWhatSpeaksForThemAndNarrowedByASkill() {
    try (Page page = chromium.page()) {
      signIn(page, demo.member().value());
      page.navigate(demo.url("/jobs"));
      int all = found(page);
      assertThat(all).isPositive();
      assertThat(page.locator(".job .chip.met").count()).isPositive();
      page.locator(".job summary").first().click();
      assertThat(page.locator(".job .verdict.met, .job .verdict.partly").count()).isPositive();
      assertThat(page.locator(".job q").first().innerText()).isNotBlank();
      look(page, "jobs");

      var facet = page.locator(".facets a").nth(1);
      int named = Integer.parseInt(facet.locator(".count").innerText());
      facet.click();
      assertThat(found(page)).isBetween(named, all);
      page.getByLabel("Words of the title").fill("no such title");
      press(page, "Search");
      assertThat(found(page)).isZero();
    }
  }

  private static int found(Page page) {
    return Integer.parseInt(page.locator("p[role=status]").innerText().replaceFirst(" .*", ""));
  }

  @Test
  void aRecruiterSeesWhatRecordsSayToEachDemandAndTheMemberSeesWhoLooked() {
    try (Page page = chromium.page()) {
      signIn(page, RECRUITER);
      assertThat(page).hasURL(demo.url("/recruit"));
      page.getByLabel("Job title").fill("Analyst");
      page.getByLabel("Country").fill("USA");
      page.getByLabel("Skills").fill("Excel, Communication, SQL");
      page.getByLabel("Requirements").fill("Knows Excel\nHas patience");
      page.locator("#country").fill("xx");
      page.locator("#country").evaluate("field => field.removeAttribute('maxlength')");
      page.locator("#country").fill("USA");
      press(page, "Search");
      assertThat(page.locator(".errors")).containsText("two letters");
      look(page, "recruit-error");

      page.locator("#country").fill("");
      press(page, "Search");
      assertThat(page.locator(".job").first()).isVisible();
      assertThat(page.locator(".verdict").allInnerTexts()).contains("met", "unknown");
      assertThat(page.locator(".job q").first().innerText()).isNotBlank();
      look(page, "recruit");
      MemberId first = new MemberId(page.locator(".job h2").first().innerText());
      assertThat(demo.home().ledger().history(first))
          .extracting(item -> item.entry().event())
          .contains(new Event.DataLookedAt(RECRUITER, "recruiter", "POST /recruit"));
    }
  }
}
