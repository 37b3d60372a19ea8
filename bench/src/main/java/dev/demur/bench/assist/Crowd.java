package dev.demur.bench.assist;

import dev.demur.archive.sample.Catalogue;
import dev.demur.archive.sample.Occupation;
import dev.demur.assist.career.Job;
import dev.demur.home.Building;
import dev.demur.home.Home;
import dev.demur.home.Importing;
import dev.demur.home.Progress;
import dev.demur.home.Training;
import dev.demur.ledger.Entry;
import dev.demur.ledger.Event;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Switch;
import dev.demur.program.Program;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Many members with titles, skills and degrees, who may all be found, and jobs to find them for.
///
/// Members share a thousand profiles, so that there are no more texts to embed; what a search costs
/// does not depend on it. All have switched training off, which leaves matching alone: there is
/// nothing to train a model on.
final class Crowd {
  private static final long SEED = 3;
  private static final int PROFILES = 1_000;
  private static final int AT_ONCE = 5_000;
  private static final Instant NOTICE = Instant.parse("2025-09-18T09:00:00Z");
  private static final Instant SINCE = Instant.parse("2015-01-01T00:00:00Z");
  private static final List<Occupation> WORK = Catalogue.load().occupations();

  private static final JsonMapper JSON = new JsonMapper();

  private Crowd() {}

  static Home in(Path root, int members) throws IOException {
    Home home = WritingHome.open(root);
    Program program = Program.shipped("linkedin-2025").orElseThrow();
    for (int from = 0; from < members; from += AT_ONCE) {
      facts(home, program, from, Math.min(members, from + AT_ONCE));
    }
    Path file = Files.createTempFile("demur-crowd", ".jsonl");
    try {
      write(file, profiles(), members);
      AssistBenchmark.step("  their profiles");
      Importing.run(home, List.of(file), Optional.empty(), Optional.empty(), Progress.NONE);
    } finally {
      Files.delete(file);
    }
    AssistBenchmark.step("  the corpus");
    Building.run(home, program, WritingHome::base, Optional.empty(), 1, Progress.NONE);
    AssistBenchmark.step("  their vectors");
    Training.run(home, WritingHome.base(), OptionalInt.of(4), OptionalInt.of(4), 1, Progress.NONE);
    return home;
  }

  private static MemberId member(int number) {
    return new MemberId("member-" + number);
  }

  private static void facts(Home home, Program program, int from, int to) {
    List<Entry> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      MemberId member = member(i);
      entries.add(Entry.of(member, new Event.ResidenceLearned("US", SINCE), SINCE));
      entries.add(Entry.of(member, new Event.BirthDateLearned(LocalDate.of(1985, 5, 1)), SINCE));
      entries.add(
          Entry.of(
              member,
              new Event.NoticeDelivered(program.name(), "1", "0".repeat(64), "outbox"),
              NOTICE));
      entries.add(Entry.of(member, new Event.ToggleChanged(false, Switch.MAIN), NOTICE));
    }
    home.ledger().appendAll(entries);
  }

  /// One line of a profile.
  private record Fact(Category category, String field, String text) {}

  private static List<List<Fact>> profiles() {
    Random random = new Random(SEED);
    List<List<Fact>> profiles = new ArrayList<>();
    for (int i = 0; i < PROFILES; i++) {
      Occupation work = WORK.get(random.nextInt(WORK.size()));
      Occupation other = WORK.get(random.nextInt(WORK.size()));
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact(Category.PROFILE_POSITION, Fields.TITLE, any(work.titles(), random)));
      some(work.skills(), 5, random)
          .forEach(skill -> facts.add(new Fact(Category.PROFILE_SKILL, Fields.NAME, skill)));
      some(other.skills(), 2, random)
          .forEach(skill -> facts.add(new Fact(Category.PROFILE_SKILL, Fields.NAME, skill)));
      facts.add(new Fact(Category.PROFILE_EDUCATION, Fields.DEGREE, any(work.degrees(), random)));
      profiles.add(facts);
    }
    return profiles;
  }

  private static String any(List<String> texts, Random random) {
    return texts.isEmpty() ? "none" : texts.get(random.nextInt(texts.size()));
  }

  private static List<String> some(List<String> texts, int count, Random random) {
    List<String> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  private static void write(Path file, List<List<Fact>> profiles, int members) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int i = 0; i < members; i++) {
        for (Fact fact : profiles.get(i % profiles.size())) {
          ObjectNode line = JSON.createObjectNode();
          line.put("member", member(i).value()).put("category", fact.category().code());
          line.put("createdAt", SINCE.toString());
          line.putObject("fields").put(fact.field(), fact.text());
          lines.write(JSON.writeValueAsString(line));
          lines.newLine();
        }
      }
    }
  }

  /// Jobs, each another text.
  static List<Job> jobs(int count, long seed) {
    Random random = new Random(seed);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Occupation work = WORK.get(random.nextInt(WORK.size()));
      jobs.add(
          new Job(
              "job-" + i,
              any(work.titles(), random),
              Optional.empty(),
              Optional.of("US"),
              Optional.empty(),
              some(work.skills(), 4, random),
              some(work.tasks(), 4, random),
              ""));
    }
    return jobs;
  }
}
