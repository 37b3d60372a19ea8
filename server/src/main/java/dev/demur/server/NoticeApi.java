package dev.demur.server;

import dev.demur.home.Banner;
import dev.demur.home.Home;
import dev.demur.home.Snapshots;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The notice as a banner in the platform's own pages.
@Controller
class NoticeApi {
  private final Home home;

  NoticeApi(Home home) {
    this.home = home;
  }

  @GetMapping("/v1/members/{member}/notice")
  @ResponseBody
  ResponseEntity<byte[]> notice(
      @PathVariable String member, @RequestParam(defaultValue = "en") String language) {
    MemberId id = MembersApi.id(member);
    Banner banner = Banner.of(Snapshots.program(home), language);
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    json.put("program", banner.program()).put("version", banner.version());
    json.put("language", banner.language()).put("title", banner.title());
    json.put("text", banner.text()).put("textSha256", banner.textSha256());
    json.put("html", banner.html()).put("shown", banner.shownTo(home, id).isPresent());
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  /// Sent once the member has seen it; sent again, it changes nothing and gives the same receipt.
  @PostMapping("/v1/members/{member}/notice")
  @ResponseBody
  ResponseEntity<byte[]> shown(@PathVariable String member, InputStream body) throws IOException {
    JsonNode sent = JsonAnswers.object(body);
    Banner banner = Banner.of(Snapshots.program(home), sent.path("language").asString("en"));
    String version = sent.path("version").asString("");
    if (!version.equals(banner.version())) {
      throw new RefusedRequest(
          HttpStatus.CONFLICT,
          "the notice is at version %s now, got %s; show that one"
              .formatted(banner.version(), version));
    }
    return JsonAnswers.receipt(banner.show(home, MembersApi.id(member)));
  }
}
