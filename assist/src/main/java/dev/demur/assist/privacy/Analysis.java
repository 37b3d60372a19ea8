package dev.demur.assist.privacy;

import dev.demur.assist.privacy.PrivacyReport.AttackFigures;
import dev.demur.assist.privacy.PrivacyReport.CanaryFigures;
import dev.demur.assist.privacy.PrivacyReport.ExtractionFigures;
import dev.demur.assist.privacy.PrivacyReport.State;
import dev.demur.learn.privacy.Attempt;
import dev.demur.learn.privacy.Bootstrap;
import dev.demur.learn.privacy.ClopperPearson;
import dev.demur.learn.privacy.Cohort;
import dev.demur.learn.privacy.Exposure;
import dev.demur.learn.privacy.Losses;
import dev.demur.learn.privacy.MembershipAttacks;
import dev.demur.learn.privacy.MembershipAttacks.Attack;
import dev.demur.learn.privacy.MembershipAttacks.Example;
import dev.demur.learn.privacy.PrivacySettings;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Makes figures of what was measured. Members, texts and canaries go by their numbers.
final class Analysis {
  private final PrivacySettings settings;
  private final Cohort cohort;
  private final List<MemberId> members;
  private final List<Measured> shadows;
  private final MembershipAttacks onTexts;
  private final MembershipAttacks onMembers;
  private final List<Integer> memberOfText = new ArrayList<>();
  private final Bootstrap bootstrap;
  private final Curves curves;

  Analysis(PrivacySettings settings, Cohort cohort, Losses base, List<Measured> shadows) {
    this.settings = settings;
    this.cohort = cohort;
    this.members = cohort.members();
    this.shadows = List.copyOf(shadows);
    this.bootstrap = new Bootstrap(settings.draws(), PrivacySettings.CONFIDENCE, settings.seed());
    this.curves = new Curves(bootstrap);
    List<Example> whole = new ArrayList<>();
    List<Example> single = new ArrayList<>();
    for (int member = 0; member < members.size(); member++) {
      SortedSet<Integer> in = shadowsWith(members.get(member), Cohort.Part::members);
      List<Integer> own = new ArrayList<>();
      for (int i = cohort.texts(members.get(member)).size(); i > 0; i--) {
        own.add(memberOfText.size());
        single.add(new Example(List.of(memberOfText.size()), member, in));
        memberOfText.add(member);
      }
      whole.add(new Example(own, member, in));
    }
    List<List<Double>> losses = shadows.stream().map(m -> m.losses().texts()).toList();
    onTexts = new MembershipAttacks(losses, base.texts(), single);
    onMembers = new MembershipAttacks(losses, base.texts(), whole);
  }

  private SortedSet<Integer> shadowsWith(
      MemberId member, Function<Cohort.Part, SortedSet<MemberId>> who) {
    SortedSet<Integer> in = new TreeSet<>();
    for (int model = 0; model < cohort.shadows().size(); model++) {
      if (who.apply(cohort.shadows().get(model)).contains(member)) {
        in.add(model);
      }
    }
    return in;
  }

  /// Attacks on all shadow models.
  List<AttackFigures> attacks(Losses base) {
    List<AttackFigures> figures = new ArrayList<>();
    figures.addAll(attacks("texts", onTexts));
    figures.addAll(attacks("members", onMembers));
    List<List<Double>> losses = shadows.stream().map(m -> m.losses().canaryMeans()).toList();
    for (int repeats : new TreeSet<>(settings.repeats())) {
      List<Example> canaries = new ArrayList<>();
      for (int member : withRepeats(repeats)) {
        SortedSet<Integer> in = shadowsWith(members.get(member), Cohort.Part::canaries);
        canaries.add(new Example(List.of(member), canaries.size(), in));
      }
      figures.addAll(
          attacks(
              "canaries × " + repeats,
              new MembershipAttacks(losses, base.canaryMeans(), canaries)));
    }
    return figures;
  }

  private List<AttackFigures> attacks(String what, MembershipAttacks attacks) {
    List<AttackFigures> figures = new ArrayList<>();
    for (Attack attack : Attack.values()) {
      figures.add(curves.figures(what, attack.title(), attacks.leaveOneOut(attack)));
    }
    return figures;
  }

  private List<Integer> withRepeats(int repeats) {
    return IntStream.range(0, members.size())
        .filter(member -> cohort.planted(members.get(member)).repeats() == repeats)
        .boxed()
        .toList();
  }

  /// Exposure over all shadow models.
  List<CanaryFigures> canaries() {
    List<Exposure> exposures = shadows.stream().map(m -> exposure(m.losses())).toList();
    List<CanaryFigures> figures = new ArrayList<>();
    for (int repeats : new TreeSet<>(settings.repeats())) {
      figures.add(canaries(repeats, exposures));
    }
    return figures;
  }

  private static Exposure exposure(Losses losses) {
    return new Exposure(losses.alternatives().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private CanaryFigures canaries(int repeats, List<Exposure> exposures) {
    List<double[]> ranked = new ArrayList<>();
    List<double[]> estimated = new ArrayList<>();
    List<double[]> unseen = new ArrayList<>();
    for (int member : withRepeats(repeats)) {
      SortedSet<Integer> in = shadowsWith(members.get(member), Cohort.Part::canaries);
      int[] with = in.stream().mapToInt(Integer::intValue).toArray();
      int[] without = IntStream.range(0, shadows.size()).filter(i -> !in.contains(i)).toArray();
      ranked.add(each(with, i -> exposures.get(i).byRank(canaryLoss(i, member))));
      estimated.add(each(with, i -> exposures.get(i).byDistribution(canaryLoss(i, member))));
      unseen.add(each(without, i -> exposures.get(i).byRank(canaryLoss(i, member))));
    }
    double highest = exposures.getFirst().highestByRank();
    long count = ranked.stream().mapToLong(values -> values.length).sum();
    double first =
        ranked.stream().flatMapToDouble(java.util.Arrays::stream).filter(e -> e >= highest).count();
    return new CanaryFigures(
        repeats,
        count,
        mean(ranked),
        bootstrap.mean(ranked),
        mean(estimated),
        mean(unseen),
        bootstrap.mean(unseen),
        highest,
        first / count);
  }

  private double canaryLoss(int shadow, int member) {
    return shadows.get(shadow).losses().canaries().get(member);
  }

  private static double[] each(int[] models, java.util.function.IntToDoubleFunction figure) {
    return IntStream.of(models).mapToDouble(figure).toArray();
  }

  private static double mean(List<double[]> values) {
    return values.stream().flatMapToDouble(java.util.Arrays::stream).average().orElse(Double.NaN);
  }

  /// Extraction over all shadow models.
  List<ExtractionFigures> extractions() {
    List<Measured.Extracted> all = shadows.stream().flatMap(m -> m.extractions().stream()).toList();
    List<ExtractionFigures> figures = new ArrayList<>();
    for (int repeats : new TreeSet<>(settings.repeats())) {
      List<Measured.Extracted> tried =
          all.stream()
              .filter(e -> cohort.planted(members.get(e.member())).repeats() == repeats)
              .toList();
      for (Way way : Way.values()) {
        long found = tried.stream().filter(e -> e.ways().contains(way)).count();
        figures.add(
            new ExtractionFigures(
                repeats,
                way,
                found,
                tried.size(),
                ClopperPearson.interval(found, tried.size(), PrivacySettings.CONFIDENCE)));
      }
    }
    return figures;
  }

  /// What a model says of those who leave, attacked with all shadow models; the others are members
  /// who were never in.
  State state(String name, Measured model) {
    SortedSet<Integer> leavers = numbers(cohort.leavers());
    SortedSet<Integer> inside = numbers(cohort.target().members());
    List<Double> losses = model.losses().texts();
    List<AttackFigures> attacks = new ArrayList<>();
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Attack attack : Attack.values()) {
      List<Attempt> texts = attempts(onTexts.scores(attack, losses), memberOfText, leavers, inside);
      attacks.add(curves.figures("texts", attack.title(), texts));
    }
    List<Integer> each = IntStream.range(0, members.size()).boxed().toList();
    for (Attack attack : Attack.values()) {
      List<Attempt> whole = attempts(onMembers.scores(attack, losses), each, leavers, inside);
      attacks.add(curves.figures("members", attack.title(), whole));
      figures.put(
          "mean score of leavers, " + attack.title(),
          whole.stream()
              .filter(Attempt::member)
              .mapToDouble(Attempt::score)
              .average()
              .orElseThrow());
    }
    addCanaries(model, leavers, figures);
    return new State(name, model.adapter(), attacks, figures);
  }

  private void addCanaries(
      Measured model, SortedSet<Integer> leavers, Map<String, Double> figures) {
    Exposure exposure = exposure(model.losses());
    for (int repeats : new TreeSet<>(settings.repeats())) {
      List<Integer> own =
          withRepeats(repeats).stream().filter(member -> leavers.contains(member)).toList();
      List<Double> losses = own.stream().map(model.losses().canaries()::get).toList();
      if (!own.isEmpty()) {
        figures.put(
            "exposure of leavers' canaries × " + repeats,
            losses.stream().mapToDouble(exposure::byRank).average().orElseThrow());
        figures.put(
            "the same by skew-normal × " + repeats,
            losses.stream().mapToDouble(exposure::byDistribution).average().orElseThrow());
      }
    }
    for (Way way : Way.values()) {
      long found =
          model.extractions().stream()
              .filter(e -> leavers.contains(e.member()) && e.ways().contains(way))
              .count();
      figures.put("leavers' canaries found, " + way.title(), (double) found);
    }
  }

  private SortedSet<Integer> numbers(SortedSet<MemberId> some) {
    SortedSet<Integer> numbers = new TreeSet<>();
    some.forEach(member -> numbers.add(members.indexOf(member)));
    return numbers;
  }

  private static List<Attempt> attempts(
      List<Double> scores,
      List<Integer> whose,
      SortedSet<Integer> leavers,
      SortedSet<Integer> inside) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      int member = whose.get(i);
      if (leavers.contains(member) || !inside.contains(member)) {
        attempts.add(new Attempt(scores.get(i), leavers.contains(member), member));
      }
    }
    return attempts;
  }
}
