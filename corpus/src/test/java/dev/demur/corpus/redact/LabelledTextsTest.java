package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How well everything is found in texts of many countries, with hard negatives, that were written
/// for this project.
class LabelledTextsTest {
  private static final boolean SHOW = Boolean.getBoolean("demur.show");
  private static final Pattern MARKED = Pattern.compile("⟦([A-Z_]+):(.*?)⟧");
  private static final Pattern RANDOM = Pattern.compile("\\{(\\d+) ([a-z]+)}");
  private static final Map<String, String> ALPHABETS =
      Map.of(
          "word", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
          "hex", "0123456789abcdef",
          "digit", "123456789",
          "capital", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
          "small", "qpzry9x8gf2tvdw0s3jn54khce6mua7l");

  private static List<String> texts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LabelledTextsTest.class.getResourceAsStream("labelled.txt"))) {
      SplittableRandom random = new SplittableRandom(1);
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line ->
              RANDOM
                  .matcher(line)
                  .replaceAll(match -> random(match.group(1), match.group(2), random)))
          .toList();
    }
  }

  private static String random(String length, String alphabet, SplittableRandom random) {
    String letters = Objects.requireNonNull(ALPHABETS.get(alphabet), alphabet);
    StringBuilder made = new StringBuilder();
    for (int i = Integer.parseInt(length); i > 0; i--) {
      made.append(letters.charAt(random.nextInt(letters.length())));
    }
    return made.toString();
  }

  @Test
  void whatIsMarkedIsFoundAndLittleElse() throws IOException {
    SpanScores patterns = new SpanScores(SHOW);
    SpanScores people = new SpanScores(SHOW);
    for (String marked : texts()) {
      StringBuilder text = new StringBuilder();
      List<SpanScores.Label> labels = new ArrayList<>();
      Matcher marks = MARKED.matcher(marked);
      while (marks.find()) {
        marks.appendReplacement(text, "");
        int start = text.length();
        text.append(marks.group(2));
        labels.add(new SpanScores.Label(start, text.length(), SpanType.valueOf(marks.group(1))));
      }
      marks.appendTail(text);
      List<Span> spans = Redactor.redact(text.toString()).spans();
      patterns.add(
          text.toString(),
          labels.stream().filter(l -> l.type() != SpanType.PERSON).toList(),
          spans.stream().filter(s -> s.type() != SpanType.PERSON).toList());
      people.add(
          text.toString(),
          labels.stream().filter(l -> l.type() == SpanType.PERSON).toList(),
          spans.stream().filter(s -> s.type() == SpanType.PERSON).toList());
    }
    patterns.print();
    people.print();
    assertThat(patterns.micro().f2()).isGreaterThanOrEqualTo(0.95);
    // Here nobody's address book helps.
    assertThat(people.micro().f2()).isGreaterThanOrEqualTo(0.85);
  }
}
