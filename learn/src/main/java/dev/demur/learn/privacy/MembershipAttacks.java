package dev.demur.learn.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Attacks that tell from losses who was learnt from, calibrated on shadow models.
///
/// Each example is one text or all texts of one member. Immutable.
public final class MembershipAttacks {
  /// With so many shadow models on either side an example has deviations of its own.
  private static final int ENOUGH_MODELS = 31;

  private static final double LEAST_DEVIATION = 1e-9;

  private final List<double[]> losses;
  private final List<double[]> scaled;
  private final double[] base;
  private final List<Example> examples;

  /// How an attack scores an example.
  public enum Attack {
    /// The likelihood ratio, with shadow models that learnt from the example and others.
    ONLINE("LiRA, online"),
    /// The same with only models that did not.
    OFFLINE("LiRA, offline"),
    /// How much lower the loss is than that of the public base: no shadow models.
    REFERENCE("loss against the base"),
    /// How low the loss is: nothing but the model.
    LOSS("loss alone");

    private final String title;

    Attack(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// What is either learnt from as a whole or not at all.
  ///
  /// @param texts their numbers; the mean over them is judged
  /// @param cluster whose it is, from 0
  /// @param in the shadow models that learnt from it, by number
  public record Example(List<Integer> texts, int cluster, Set<Integer> in) {
    public Example {
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("an example needs at least one text");
      }
      texts = List.copyOf(texts);
      in = Set.copyOf(in);
    }
  }

  /// @param shadows the mean loss of every text under each shadow model
  /// @param base the mean loss of every text under the model before any training
  public MembershipAttacks(List<List<Double>> shadows, List<Double> base, List<Example> examples) {
    this.examples = List.copyOf(examples);
    this.base = losses(base);
    this.losses = shadows.stream().map(this::losses).toList();
    this.scaled = shadows.stream().map(this::scaled).toList();
  }

  /// The mean loss of each example.
  private double[] losses(List<Double> texts) {
    return examples.stream()
        .mapToDouble(e -> e.texts().stream().mapToDouble(texts::get).average().orElseThrow())
        .toArray();
  }

  private double[] scaled(List<Double> texts) {
    return examples.stream()
        .mapToDouble(e ->
            e.texts().stream()
                .mapToDouble(text -> LogitLoss.of(texts.get(text)))
                .average()
                .orElseThrow())
        .toArray();
  }

  /// Attacks each shadow model in turn with the others.
  public List<Attempt> leaveOneOut(Attack attack) {
    List<Attempt> attempts = new ArrayList<>();
    for (int target = 0; target < losses.size(); target++) {
      double[] scores = scores(attack, losses.get(target), scaled.get(target), target);
      for (int i = 0; i < scores.length; i++) {
        Example example = examples.get(i);
        attempts.add(new Attempt(scores[i], example.in().contains(target), example.cluster()));
      }
    }
    return attempts;
  }

  /// Attacks another model with all shadow models.
  ///
  /// @param target the mean loss of every text under it
  /// @return the score of each example
  public List<Double> scores(Attack attack, List<Double> target) {
    double[] scores = scores(attack, losses(target), scaled(target), -1);
    List<Double> list = new ArrayList<>();
    for (double score : scores) {
      list.add(score);
    }
    return list;
  }

  /// @param without the shadow model that is left out; -1 for none
  private double[] scores(Attack attack, double[] loss, double[] seen, int without) {
    double[] scores = new double[examples.size()];
    switch (attack) {
      case LOSS -> java.util.Arrays.setAll(scores, i -> -loss[i]);
      case REFERENCE -> java.util.Arrays.setAll(scores, i -> base[i] - loss[i]);
      case ONLINE -> {
        List<LikelihoodRatio> fits = fits(without);
        java.util.Arrays.setAll(scores, i -> fits.get(i).online(seen[i]));
      }
      case OFFLINE -> {
        List<LikelihoodRatio> fits = fits(without);
        java.util.Arrays.setAll(scores, i -> fits.get(i).offline(seen[i]));
      }
    }
    return scores;
  }

  private List<LikelihoodRatio> fits(int without) {
    List<double[]> in = new ArrayList<>();
    List<double[]> out = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      in.add(observed(i, without, true));
      out.add(observed(i, without, false));
    }
    boolean each = haveEnough(in) && haveEnough(out);
    double sharedIn = each ? 0 : shared(in);
    double sharedOut = each ? 0 : shared(out);
    List<LikelihoodRatio> fits = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      double inDeviation = each ? LikelihoodRatio.deviation(in.get(i)) : sharedIn;
      double outDeviation = each ? LikelihoodRatio.deviation(out.get(i)) : sharedOut;
      fits.add(
          LikelihoodRatio.fit(
              in.get(i),
              out.get(i),
              StrictMath.max(LEAST_DEVIATION, inDeviation),
              StrictMath.max(LEAST_DEVIATION, outDeviation)));
    }
    return fits;
  }

  private double[] observed(int example, int without, boolean in) {
    double[] found = new double[scaled.size()];
    int count = 0;
    for (int model = 0; model < found.length; model++) {
      if (model != without && examples.get(example).in().contains(model) == in) {
        found[count++] = scaled.get(model)[example];
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "an example needs shadow models that learnt from it and others; train more of them");
    }
    return java.util.Arrays.copyOf(found, count);
  }

  private static boolean haveEnough(List<double[]> observed) {
    return observed.stream().allMatch(values -> values.length >= ENOUGH_MODELS);
  }

  /// The deviation within examples, over all of them.
  private static double shared(List<double[]> observed) {
    double squares = 0;
    int freedom = 0;
    for (double[] values : observed) {
      squares += LikelihoodRatio.squares(values);
      freedom += values.length - 1;
    }
    return StrictMath.sqrt(squares / StrictMath.max(1, freedom));
  }
}
