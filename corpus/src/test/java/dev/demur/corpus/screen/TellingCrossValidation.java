package dev.demur.corpus.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// How the screen does on each set that was written blindly, by a model that learnt from all others
/// but it: recall and false alarms at several thresholds, and by label at the one that ships.
///
///     ./mvnw -q -Dquick -pl corpus -am test-compile
///     java -cp … dev.demur.corpus.screen.TellingCrossValidation \
///       ../shared/data/text ../shared/data/eval/posts_by_author.jsonl
final class TellingCrossValidation {
  private static final List<String> FOLDS =
      List.of("eighth.tsv", "ninth.tsv", "tenth.tsv", "eleventh.tsv");
  private static final float NEVER = Float.POSITIVE_INFINITY;
  private static final float SHIPPED = TellingModel.OF_A_PERSON;
  private static final float[] THRESHOLDS = {NEVER, -2, -2.5f, SHIPPED, -3.5f};

  /// Sentences by label: how many, and in how many something is found.
  private static final class Counts {
    private int all;
    private int found;
  }

  private TellingCrossValidation() {}

  /// @param arguments the folder of public text, and a file of posts, of which few tell anything
  public static void main(String[] arguments) throws IOException {
    Path texts = Path.of(arguments[0]);
    Map<Float, Map<String, Counts>> byThreshold = new TreeMap<>();
    for (String fold : FOLDS) {
      List<String> others = new ArrayList<>(TellingTraining.LABELLED);
      FOLDS.stream().filter(f -> !others.contains(f)).forEach(others::add);
      others.remove(fold);
      byte[] weights = TellingTraining.train(texts, others);
      for (float threshold : THRESHOLDS) {
        TellingModel model = model(weights, threshold);
        count(fold, threshold, model, byThreshold.computeIfAbsent(threshold, k -> new TreeMap<>()));
      }
    }
    byThreshold.forEach((threshold, counts) -> System.out.println(line(threshold, counts)));
    byThreshold.get(SHIPPED).forEach((label, c) -> System.out.println(line(label, c)));
    countPosts(TellingTraining.train(texts), Path.of(arguments[1]));
  }

  private static TellingModel model(byte[] weights, float threshold) {
    return new TellingModel(
        weights, threshold, threshold == NEVER ? NEVER : TellingModel.OF_NOBODY);
  }

  private static void countPosts(byte[] weights, Path file) throws IOException {
    List<String> posts = new ArrayList<>();
    JsonMapper json = new JsonMapper();
    for (String post : Files.readAllLines(file)) {
      posts.add(json.readTree(post).path("text").asString());
    }
    for (float threshold : THRESHOLDS) {
      TellingModel model = model(weights, threshold);
      long found =
          posts.stream().filter(p -> SpecialCategoryScreen.look(p, model).isPresent()).count();
      System.out.printf(
          "threshold %5.1f  posts with a finding %d of %d%n", threshold, found, posts.size());
    }
  }

  private static void count(
      String fold, float threshold, TellingModel model, Map<String, Counts> counts)
      throws IOException {
    for (String line : TellingTraining.lines(fold)) {
      int tab = line.indexOf('\t');
      Counts of = counts.computeIfAbsent(line.substring(0, tab), k -> new Counts());
      of.all++;
      Optional<SpecialCategoryScreen.Finding> found =
          SpecialCategoryScreen.look(line.substring(tab + 1), model);
      of.found += found.isPresent() ? 1 : 0;
      if (threshold == SHIPPED && found.isPresent() == line.startsWith("-")) {
        System.out.printf("%s %s: %s%n", found.isPresent() ? "WRONG" : "MISSED", found, line);
      }
    }
  }

  private static String line(float threshold, Map<String, Counts> counts) {
    Counts told = new Counts();
    Counts others = new Counts();
    counts.forEach((label, c) -> {
      Counts sum = label.startsWith("-") ? others : told;
      sum.all += c.all;
      sum.found += c.found;
    });
    return "threshold %5.1f  recall %.3f (%d of %d)  wrong %d of %d"
        .formatted(
            threshold,
            (double) told.found / told.all,
            told.found,
            told.all,
            others.found,
            others.all);
  }

  private static String line(String label, Counts counts) {
    return "%-12s %.3f (%d of %d)"
        .formatted(label, (double) counts.found / counts.all, counts.found, counts.all);
  }
}
