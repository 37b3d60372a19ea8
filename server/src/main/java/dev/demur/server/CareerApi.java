package dev.demur.server;

import dev.demur.assist.career.Fit;
import dev.demur.assist.career.Job;
import dev.demur.assist.career.Match;
import dev.demur.assist.career.Proof;
import dev.demur.assist.career.Requirement;
import dev.demur.assist.career.Step;
import dev.demur.home.Matchmaking;
import dev.demur.model.MemberId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Jobs for a member, with reasons, and where careers like the member's lead. Described in
/// `openapi.json`.
@Controller
class CareerApi {
  private static final int LIMIT = 20;

  private final Matchmaking matchmaking;

  CareerApi(Matchmaking matchmaking) {
    this.matchmaking = matchmaking;
  }

  @GetMapping("/v1/members/{member}/jobs")
  @ResponseBody
  ResponseEntity<byte[]> jobs(@PathVariable String member) {
    List<Job> all = matchmaking.openJobs();
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode jobs = json.putArray("jobs");
    for (Match match : matchmaking.jobs(new MemberId(member), all, LIMIT)) {
      Job job = all.stream().filter(each -> each.id().equals(match.id())).findFirst().orElseThrow();
      ObjectNode each = jobs.addObject().put("id", job.id()).put("title", job.title());
      each.put("score", match.score());
      put(each, match.reasons());
    }
    return JsonAnswers.of(HttpStatus.OK, json);
  }

  /// What speaks for a match, demand by demand.
  static void put(ObjectNode json, Fit fit) {
    ArrayNode because = json.putArray("because");
    fit.shown().forEach(because::add);
    ArrayNode missing = json.putArray("missing");
    fit.missing().forEach(missing::add);
    ArrayNode requirements = json.putArray("requirements");
    for (Requirement line : fit.requirements()) {
      ObjectNode each = requirements.addObject().put("text", line.text());
      each.put("verdict", line.verdict().code());
      ArrayNode evidence = each.putArray("evidence");
      for (Proof proof : line.evidence()) {
        evidence
            .addObject()
            .put("term", proof.term())
            .put("record", proof.record().value())
            .put("field", proof.field())
            .put("sentence", proof.sentence());
      }
    }
  }

  @GetMapping("/v1/members/{member}/paths")
  @ResponseBody
  ResponseEntity<byte[]> paths(@PathVariable String member) {
    ObjectNode json = JsonAnswers.JSON.createObjectNode();
    ArrayNode steps = json.putArray("steps");
    for (Step step : matchmaking.paths(new MemberId(member), LIMIT)) {
      ObjectNode each = steps.addObject().put("from", step.from()).put("to", step.title());
      each.put("members", step.members());
      ArrayNode skills = each.putArray("skills");
      step.skills().forEach(skills::add);
      ArrayNode gaps = each.putArray("gaps");
      step.gaps().forEach(gaps::add);
    }
    return JsonAnswers.of(HttpStatus.OK, json);
  }
}
