package dev.demur.assist.privacy;

import dev.demur.assist.generate.LanguageModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the likeliest continuations of a prompt, several at a time.
final class BeamSearch {
  private final LanguageModel model;
  private final int beams;

  BeamSearch(LanguageModel model, int beams) {
    this.model = model;
    this.beams = beams;
  }

  /// A continuation so far.
  ///
  /// @param score the logarithm of its probability
  private record Path(List<Integer> tokens, double score) {
    Path with(int token, double more) {
      List<Integer> longer = new ArrayList<>(tokens);
      longer.add(token);
      return new Path(longer, score + more);
    }
  }

  /// The texts of the likeliest continuations of so many tokens, likeliest first.
  List<String> continuations(int[] prompt, int length) {
    LanguageModel.Session session = model.read(prompt);
    List<Path> paths = List.of(new Path(List.of(), 0));
    for (int i = 0; i < length; i++) {
      List<Path> longer = new ArrayList<>();
      for (Path path : paths) {
        session.rewind(prompt.length);
        path.tokens().forEach(session::append);
        longer.addAll(grow(path, session.scores()));
      }
      longer.sort(Comparator.comparingDouble(Path::score).reversed());
      paths = longer.subList(0, Math.min(beams, longer.size()));
    }
    return paths.stream()
        .map(path -> model.decode(path.tokens().stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  /// The likeliest next tokens of one path.
  private List<Path> grow(Path path, float[] scores) {
    double total = logSum(scores);
    List<Path> grown = new ArrayList<>();
    boolean[] taken = new boolean[scores.length];
    for (int i = 0; i < Math.min(beams, scores.length); i++) {
      int best = -1;
      for (int token = 0; token < scores.length; token++) {
        if (!taken[token] && (best < 0 || scores[token] > scores[best])) {
          best = token;
        }
      }
      taken[best] = true;
      grown.add(path.with(best, scores[best] - total));
    }
    return grown;
  }

  private static double logSum(float[] scores) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      maximum = Math.max(maximum, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += StrictMath.exp(score - maximum);
    }
    return maximum + StrictMath.log(sum);
  }
}
