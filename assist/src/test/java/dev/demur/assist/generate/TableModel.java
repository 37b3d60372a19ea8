package dev.demur.assist.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A language model of pieces of one or two letters, none in two words, that knows some sentences
/// by heart: after the last letters of one of them it goes on with it, else with anything.
public final class TableModel implements LanguageModel {
  private static final int LOOK_BACK = 6;

  private final List<String> pieces = new ArrayList<>(List.of("<begin>", "<end>"));
  private final Map<String, Integer> idOf = new HashMap<>();
  private final List<String> sentences;

  /// @param sentences the earlier ones are likelier
  public TableModel(String... sentences) {
    this.sentences = List.of(sentences);
    for (char letter = ' '; letter < 127; letter++) {
      id(String.valueOf(letter));
    }
    for (String sentence : sentences) {
      for (int i = 0; i < sentence.length(); i++) {
        id(piece(sentence.substring(i)));
      }
    }
  }

  private static String piece(String text) {
    boolean two = text.length() > 1 && Character.isLetterOrDigit(text.charAt(1));
    boolean begins = text.charAt(0) == ' ' || Character.isLetterOrDigit(text.charAt(0));
    return text.substring(0, two && begins ? 2 : 1);
  }

  private int id(String piece) {
    return idOf.computeIfAbsent(
        piece,
        p -> {
          pieces.add(p);
          return pieces.size() - 1;
        });
  }

  @Override
  public int[] encode(String text) {
    return text.chars()
        .map(unit -> idOf.getOrDefault(String.valueOf((char) unit), idOf.get("?")))
        .toArray();
  }

  @Override
  public String decode(int[] tokens) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(tokens).filter(token -> token > 1).forEach(t -> text.append(pieces.get(t)));
    return text.toString();
  }

  @Override
  public int vocabularySize() {
    return pieces.size();
  }

  @Override
  public int begin() {
    return 0;
  }

  @Override
  public int end() {
    return 1;
  }

  @Override
  public int context() {
    return 1_000;
  }

  @Override
  public Session read(int[] tokens) {
    List<Integer> all = new ArrayList<>(Arrays.stream(tokens).boxed().toList());
    return new Session() {
      @Override
      public float[] scores() {
        return scoresAfter(decode(all.stream().mapToInt(Integer::intValue).toArray()));
      }

      @Override
      public void append(int token) {
        all.add(token);
      }

      @Override
      public int length() {
        return all.size();
      }

      @Override
      public void rewind(int length) {
        all.subList(length, all.size()).clear();
      }
    };
  }

  private float[] scoresAfter(String text) {
    float[] scores = new float[pieces.size()];
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      String last = text.substring(Math.max(0, text.length() - LOOK_BACK));
      int at = last.isEmpty() ? 0 : sentence.indexOf(last);
      if (at >= 0) {
        String rest = sentence.substring(at + last.length());
        int next = rest.isEmpty() ? end() : id(piece(rest));
        scores[next] = Math.max(scores[next], 20 - i);
      }
    }
    return scores;
  }
}
