package dev.demur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Reviews;
import dev.demur.ledger.Event;
import dev.demur.model.MemberRecord;
import dev.demur.model.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPagesTest {
  @TempDir Path folder;
  private DemoHome demo;

  @BeforeEach
  void start() throws IOException {
    demo = DemoHome.in(folder);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void theQueueNamesNoMemberAndLeadsToTheTexts() throws Exception {
    Document page =
        Jsoup.parse(new Visitor(demo).signIn("operator").get("/operator/reviews").body());

    assertThat(page.select("h2").text()).isEqualTo("Waiting: " + Reviews.open(demo.home()).size());
    assertThat(page.select("td a").eachAttr("href"))
        .containsExactlyElementsOf(
            Reviews.open(demo.home()).stream()
                .map(item -> "/operator/reviews/" + item.record())
                .toList());
    demo.home()
        .records()
        .holders()
        .forEach(holder -> assertThat(page.text()).doesNotContain(holder.value()));
  }

  @Test
  void aTextIsReadInTheMembersSightAndDecidedInOnesOwnName() throws Exception {
    MemberRecord post = post();
    String path = "/operator/reviews/" + post.id();
    Visitor operator = new Visitor(demo).signIn("operator");

    String text = Jsoup.parse(operator.get(path).body()).select("blockquote").text();
    assertThat(post.field("text").orElseThrow().replaceAll("\\s+", " ")).isEqualTo(text);
    operator.post(
        path, Map.of("decision", "remove", "note", "about her", "_csrf", operator.csrf()));

    assertThat(demo.home().ledger().history(demo.member()))
        .extracting(item -> item.entry().event())
        .contains(new Event.DataLookedAt("operator", "dpo", "GET /operator/reviews/{record}"))
        .last()
        .satisfies(event -> {
          assertThat(event).isInstanceOf(Event.RecordReviewed.class);
          assertThat(((Event.RecordReviewed) event).by()).isEqualTo("operator");
        });
    assertThat(demo.home().ledger().view().reviews().get(post.id()))
        .extracting(Review::keep)
        .isEqualTo(false);
  }

  @Test
  void whatIsNoRecordOrNoDecisionIsRefused() throws Exception {
    Visitor operator = new Visitor(demo).signIn("operator");
    String path = "/operator/reviews/" + post().id();

    assertThat(operator.get("/operator/reviews/none").statusCode()).isEqualTo(404);
    assertThat(operator.get("/operator/reviews/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(
            operator.post(path, Map.of("decision", "burn", "_csrf", operator.csrf())).statusCode())
        .isEqualTo(400);
    assertThat(
            operator
                .post(
                    "/operator/reviews/" + "0".repeat(32),
                    Map.of("decision", "keep", "_csrf", operator.csrf()))
                .statusCode())
        .isEqualTo(400);
    assertThat(demo.home().ledger().view().reviews()).isEmpty();
  }

  private MemberRecord post() {
    return demo.home().records().of(demo.member()).stream()
        .filter(record -> record.category().code().equals("content.post"))
        .filter(record -> record.field("text").isPresent())
        .findFirst()
        .orElseThrow();
  }
}
