package dev.demur.assist.evaluate;

import dev.demur.archive.csv.CsvReader;
import dev.demur.archive.csv.CsvRow;
import dev.demur.assist.career.Matching;
import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.Vectors;
import dev.demur.assist.match.HybridIndex;
import dev.demur.assist.taxonomy.Concept;
import dev.demur.assist.taxonomy.Ranked;
import dev.demur.assist.taxonomy.SkillNormaliser;
import dev.demur.assist.taxonomy.SkillNormaliser.Example;
import dev.demur.assist.taxonomy.SkillNormaliser.RankedSkill;
import dev.demur.assist.taxonomy.Taxonomies;
import dev.demur.assist.taxonomy.Taxonomy;
import dev.demur.assist.taxonomy.TitleNormaliser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How well titles, skills, occupations and people are matched, on public data.
///
/// Folders as in the data's own layout: `esco/`, `onet/`, `eval/`.
public final class MatchingQuality {
  private static final int TEN = 10;
  private static final int DEEP = 3_007;
  private static final int MAX_CELL = 1 << 20;
  private static final String UNKNOWN_SKILL = "UNK";
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"([^\"]*)\"");
  private static final int TASKS_OF_A_PERSON = 4;
  private static final int PEOPLE_OF_AN_OCCUPATION = 2;
  private static final int MORE_CANDIDATES = 2 * Matching.CANDIDATES;
  private static final double RELATED_GAIN = 0.3;
  private static final int FEWEST_TASKS = 8;
  private static final int NEAREST_RELATED = 5;

  private final Path data;
  private final Embedder embedder;
  private final Watch watch;

  public MatchingQuality(Path data, Embedder embedder, Watch watch) {
    this.data = data;
    this.embedder = new WatchedEmbedder(embedder, watch);
    this.watch = watch;
  }

  /// What was measured, over how many cases.
  ///
  /// @param figures by name
  public record Measured(String what, int cases, TreeMap<String, Double> figures) {}

  /// Vacancy titles to ESCO occupations.
  ///
  /// @param every one title of so many is taken
  public Measured titles(int every) {
    Taxonomy esco = taxonomy("esco");
    TitleNormaliser normaliser =
        TitleNormaliser.over(esco.occupations(), embedder)
            .with(TitleNormaliser.over(taxonomy("onet").occupations(), embedder));
    List<List<String>> rows = rows(data.resolve("eval/jobtitle_to_esco_val.csv"));
    double reciprocal = 0;
    double recalled = 0;
    int cases = 0;
    for (int i = 1; i < rows.size(); i += every) {
      List<String> row = rows.get(i);
      List<String> ranked = ids(normaliser.rank(row.get(row.size() - 2), DEEP));
      double found = Ranks.reciprocal(ranked, row.getLast());
      reciprocal += found;
      recalled += found * TEN >= 1 ? 1 : 0;
      cases++;
      watch.at("titles", i, rows.size() - 1);
    }
    return measured(
        "titles", cases, Map.of("mrr", reciprocal / cases, "recallAt10", recalled / cases));
  }

  private static List<String> ids(List<Ranked> ranked) {
    return ranked.stream().map(one -> one.concept().id()).toList();
  }

  /// Sentences of job ads to ESCO skills, learned from the training split only.
  public Measured skills() {
    List<String> names = taxonomy("esco").skills().stream().map(Concept::title).toList();
    List<Example> training = examples(data.resolve("eval/skillskape_train.csv"));
    SkillNormaliser normaliser = SkillNormaliser.over(names, training, embedder);
    SkillNormaliser byName = SkillNormaliser.over(names, List.of(), embedder);
    double precision = 0;
    double zeroShot = 0;
    List<Example> held = examples(data.resolve("eval/skillskape_dev.csv"));
    for (Example example : held) {
      precision += Ranks.rPrecision(skills(normaliser, example), example.skills(), TEN);
      zeroShot += Ranks.rPrecision(skills(byName, example), example.skills(), TEN);
    }
    return measured(
        "skills",
        held.size(),
        Map.of("rPrecisionAt10", precision / held.size(), "zeroShot", zeroShot / held.size()));
  }

  private static List<String> skills(SkillNormaliser normaliser, Example example) {
    return normaliser.rank(example.sentence(), TEN).stream().map(RankedSkill::skill).toList();
  }

  private static List<Example> examples(Path file) {
    List<Example> examples = new ArrayList<>();
    for (List<String> row : rows(file).stream().skip(1).toList()) {
      List<String> skills = new ArrayList<>();
      Matcher quoted = QUOTED.matcher(row.getLast());
      while (quoted.find()) {
        skills.add(Optional.ofNullable(quoted.group(1)).orElseGet(() -> quoted.group(2)));
      }
      skills.remove(UNKNOWN_SKILL);
      if (!skills.isEmpty()) {
        examples.add(new Example(row.get(row.size() - 2), skills));
      }
    }
    return examples;
  }

  /// Occupations like another one, by O*NET: the ten nearest descriptions and titles.
  public Measured related() {
    Taxonomy onet = taxonomy("onet");
    List<Concept> occupations = onet.occupations();
    List<float[]> vectors =
        embedder.embed(occupations.stream().map(o -> o.title() + ". " + o.description()).toList());
    Vectors all = Vectors.of(embedder.dimensions(), vectors);
    double recalled = 0;
    int cases = 0;
    for (int i = 0; i < occupations.size(); i++) {
      List<String> right = onet.related().getOrDefault(occupations.get(i).id(), List.of());
      if (!right.isEmpty()) {
        float[] scores = all.products(vectors.get(i));
        scores[i] = -1;
        recalled +=
            Ranks.recall(nearest(occupations, scores), right.stream().limit(TEN).toList(), TEN);
        cases++;
      }
    }
    return measured("related", cases, Map.of("recallAt10", recalled / cases));
  }

  private static List<String> nearest(List<Concept> occupations, float[] scores) {
    return java.util.stream.IntStream.range(0, scores.length)
        .boxed()
        .sorted(java.util.Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(TEN)
        .map(i -> occupations.get(i).id())
        .toList();
  }

  /// People for jobs: the tasks of each occupation are split in halves; one half is the job, people
  /// are each some of the other half. Whoever is of the job's occupation is right, whoever is of
  /// one of its five nearest counts a little.
  public Measured people(long seed) {
    Taxonomy onet = taxonomy("onet");
    Map<String, List<String>> tasks = Taxonomies.tasks(data.resolve("onet"));
    Map<String, String> jobs = new TreeMap<>();
    List<HybridIndex.Entry> people = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Concept occupation : onet.occupations()) {
      List<String> own = new ArrayList<>(tasks.getOrDefault(occupation.id(), List.of()));
      if (own.size() >= FEWEST_TASKS) {
        Collections.shuffle(own, Random.from(random));
        List<String> half = own.subList(0, own.size() / 2);
        jobs.put(
            occupation.id(),
            String.join(" ", half.subList(0, Math.min(TASKS_OF_A_PERSON, half.size()))));
        people.addAll(people(occupation.id(), own.subList(own.size() / 2, own.size()), random));
      }
    }
    try (HybridIndex index = HybridIndex.over(people, embedder)) {
      return people(onet, jobs, index);
    }
  }

  private static List<HybridIndex.Entry> people(
      String occupation, List<String> tasks, SplittableRandom random) {
    List<HybridIndex.Entry> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE_OF_AN_OCCUPATION; person++) {
      List<String> own = new ArrayList<>(tasks);
      Collections.shuffle(own, Random.from(random));
      String text = String.join(" ", own.subList(0, Math.min(TASKS_OF_A_PERSON, own.size())));
      people.add(new HybridIndex.Entry(occupation + "/" + person, text));
    }
    return people;
  }

  private Measured people(Taxonomy onet, Map<String, String> jobs, HybridIndex index) {
    embedder.embed(List.copyOf(jobs.values()));
    double hybrid = 0;
    double words = 0;
    double among = 0;
    double amongMore = 0;
    for (Map.Entry<String, String> job : jobs.entrySet()) {
      Map<String, Double> gains = new HashMap<>();
      onet.related().getOrDefault(job.getKey(), List.of()).stream()
          .limit(NEAREST_RELATED)
          .forEach(near -> gain(near, RELATED_GAIN, gains));
      gain(job.getKey(), 1.0, gains);
      gains
          .keySet()
          .removeIf(person -> !jobs.containsKey(person.substring(0, person.indexOf('/'))));
      List<String> nearest = found(index.search(job.getValue(), MORE_CANDIDATES, i -> true));
      hybrid += Ranks.ndcg(nearest, gains, TEN);
      List<String> right = List.copyOf(gains.keySet());
      among += Ranks.recall(nearest, right, Matching.CANDIDATES);
      amongMore += Ranks.recall(nearest, right, MORE_CANDIDATES);
      words += Ranks.ndcg(found(index.searchWords(job.getValue(), TEN)), gains, TEN);
    }
    int cases = jobs.size();
    return measured(
        "people",
        cases,
        Map.of(
            "ndcgAt10",
            hybrid / cases,
            "bm25",
            words / cases,
            "rightAmong" + Matching.CANDIDATES,
            among / cases,
            "rightAmong" + MORE_CANDIDATES,
            amongMore / cases));
  }

  private static void gain(String occupation, double gain, Map<String, Double> gains) {
    for (int person = 0; person < PEOPLE_OF_AN_OCCUPATION; person++) {
      gains.put(occupation + "/" + person, gain);
    }
  }

  private static List<String> found(List<HybridIndex.Found> found) {
    return found.stream().map(HybridIndex.Found::id).toList();
  }

  private Taxonomy taxonomy(String name) {
    return Taxonomies.read(data.resolve(name)).getFirst();
  }

  private static Measured measured(String what, int cases, Map<String, Double> figures) {
    return new Measured(what, cases, new TreeMap<>(figures));
  }

  private static List<List<String>> rows(Path file) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader reader = new CsvReader(Files.newBufferedReader(file), ',', MAX_CELL)) {
      for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        if (row.get() instanceof CsvRow.Cells cells && !cells.isBlank()) {
          rows.add(cells.cells());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return rows;
  }
}
