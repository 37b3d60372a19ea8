package dev.demur.corpus.screen;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Trains [TellingModel] on the labelled sentences of these tests, on ordinary ones, and on the
/// sentences of public text, which are taken to tell nothing.
///
///     ./mvnw -q -Dquick -pl corpus -am test-compile
///     java -cp … dev.demur.corpus.screen.TellingTraining ../shared/data/text FILE
final class TellingTraining {
  static final List<String> LABELLED =
      List.of(
          "labelled.tsv",
          "independent.tsv",
          "third.tsv",
          "fourth.tsv",
          "fifth.tsv",
          "sixth.tsv",
          "seventh.tsv",
          "eighth.tsv",
          "ninth.tsv",
          "tenth.tsv",
          "intimate.tsv");
  private static final List<String> ORDINARY = List.of("ordinary.txt", "sample-network.txt");
  private static final float LABELLED_COUNTS = 3;
  private static final float ORDINARY_COUNTS = 2;
  private static final int SHORTEST = 20;
  private static final int LONGEST = 400;
  private static final int MAX_BYTE = 127;

  private final Lexicon lexicon = new Lexicon();
  private final Clues clues = new Clues(lexicon);
  private final List<SoftmaxRegression.Example> tellings = new ArrayList<>();
  private final List<SoftmaxRegression.Example> categories = new ArrayList<>();

  private TellingTraining() {}

  /// Writes the model into a file.
  ///
  /// @param arguments the folder of public text, and the file
  public static void main(String[] arguments) throws IOException {
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      out.write(train(Path.of(arguments[0])));
    }
  }

  /// The model's bytes, unpacked.
  static byte[] train(Path texts) throws IOException {
    return train(texts, LABELLED);
  }

  /// The same by other labelled sentences.
  static byte[] train(Path texts, List<String> labelled) throws IOException {
    TellingTraining training = new TellingTraining();
    for (String file : labelled) {
      training.addLabelled(lines(file));
    }
    for (String file : ORDINARY) {
      lines(file).forEach(line -> training.add(line, 0, ORDINARY_COUNTS));
    }
    training.addPublic(texts);
    SoftmaxRegression telling = new SoftmaxRegression(TellingModel.PLACES, 2);
    telling.learn(training.tellings);
    SoftmaxRegression category =
        new SoftmaxRegression(TellingModel.CATEGORY_PLACES, TellingModel.CATEGORIES);
    category.learn(training.categories);
    return bytes(telling, category);
  }

  static List<String> lines(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TellingTraining.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  private void addLabelled(List<String> lines) {
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String label = line.substring(0, tab);
      String sentence = line.substring(tab + 1);
      if (label.startsWith("-")) {
        add(sentence, 0, LABELLED_COUNTS);
      } else {
        add(sentence, 1, LABELLED_COUNTS);
        int category = category(label).ordinal();
        features(sentence, (f, person) -> categories.add(example(f, category, 1)));
      }
    }
  }

  private static SpecialCategory category(String label) {
    return switch (label) {
      case "sexlife" -> SpecialCategory.ORIENTATION;
      case "genetics" -> SpecialCategory.BIOMETRICS;
      default -> SpecialCategory.valueOf(label.toUpperCase(Locale.ROOT));
    };
  }

  private void add(String text, int answer, float importance) {
    features(text, (f, person) -> tellings.add(example(f, answer, importance)));
  }

  private static SoftmaxRegression.Example example(
      TellingFeatures sentence, int answer, float importance) {
    return new SoftmaxRegression.Example(sentence, answer, importance);
  }

  /// What is done with a sentence's features.
  private interface Use {
    /// @param mayTell whether a term stands in it beside a particular person
    void of(TellingFeatures features, boolean mayTell);
  }

  private void features(String text, Use use) {
    Persons persons = new Persons(text);
    List<Sentence> sentences = Sentences.of(text, clues);
    for (Sentence sentence : sentences) {
      Set<SpecialCategory> terms = Lexicon.categories(lexicon.in(sentence));
      boolean person = persons.areIn(sentence);
      TellingFeatures features = new TellingFeatures(sentence.words(), terms, person);
      use.of(features, person && !terms.isEmpty());
    }
    if (sentences.isEmpty()) {
      use.of(new TellingFeatures(Sentences.words(text), Set.of(), false), false);
    }
  }

  private void addPublic(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    JsonMapper json = new JsonMapper();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        for (String sentence : sentences(json.readTree(line).path("text").asString())) {
          addPublic(sentence);
        }
      }
    }
  }

  private void addPublic(String sentence) {
    features(
        sentence,
        (f, mayTell) -> {
          if (!mayTell) {
            tellings.add(example(f, 0, 1));
          }
        });
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String sentence = text.substring(start, end).strip();
      if (sentence.length() >= SHORTEST && sentence.length() <= LONGEST) {
        sentences.add(sentence);
      }
      start = end;
    }
    return sentences;
  }

  private static byte[] bytes(SoftmaxRegression telling, SoftmaxRegression category)
      throws IOException {
    float[] weights = new float[TellingModel.PLACES];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = telling.weight(place, 1) - telling.weight(place, 0);
    }
    float[] ofCategories = new float[TellingModel.CATEGORY_PLACES * TellingModel.CATEGORIES];
    for (int i = 0; i < ofCategories.length; i++) {
      ofCategories[i] = category.weight(i / TellingModel.CATEGORIES, i % TellingModel.CATEGORIES);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeFloat(telling.bias(1) - telling.bias(0));
    out.writeFloat(scale(weights));
    out.write(rounded(weights));
    out.write(rounded(ofCategories));
    return bytes.toByteArray();
  }

  private static float scale(float[] weights) {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest / MAX_BYTE;
  }

  private static byte[] rounded(float[] weights) {
    float scale = scale(weights);
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = (byte) Math.round(weights[i] / scale);
    }
    return rounded;
  }
}
