package dev.demur.learn.privacy;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.Evaluation;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.tensor.Workers;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a model says of everything that is measured, in one order.
///
/// @param texts mean loss in nats of each text of each member, by member
/// @param canaries loss of each member's canary in nats, summed over its tokens
/// @param canaryMeans the same, mean over its tokens
/// @param alternatives loss of each alternative in nats, summed over its tokens
public record Losses(
    List<Double> texts,
    List<Double> canaries,
    List<Double> canaryMeans,
    List<Double> alternatives) {
  private static final int BATCH_TOKENS = 1024;

  public Losses {
    texts = List.copyOf(texts);
    canaries = List.copyOf(canaries);
    canaryMeans = List.copyOf(canaryMeans);
    alternatives = List.copyOf(alternatives);
  }

  /// Measures a model.
  ///
  /// @param context longest sequence in tokens; longer texts are cut
  static Losses of(LlamaModel model, Base base, Cohort cohort, int context, Workers workers) {
    Evaluation evaluation = new Evaluation(model, workers);
    List<String> texts = new ArrayList<>();
    List<String> canaries = new ArrayList<>();
    for (MemberId member : cohort.members()) {
      cohort.texts(member).stream().map(CorpusRow::text).forEach(texts::add);
      canaries.add(cohort.planted(member).canary().text());
    }
    List<int[]> canaryTokens = tokens(canaries, base.tokenizer(), context);
    List<Double> canaryMeans = means(evaluation, canaryTokens);
    List<int[]> otherTokens = tokens(cohort.alternatives(), base.tokenizer(), context);
    return new Losses(
        means(evaluation, tokens(texts, base.tokenizer(), context)),
        sums(canaryMeans, canaryTokens),
        canaryMeans,
        sums(means(evaluation, otherTokens), otherTokens));
  }

  /// `<|bos|>` text `<|eos|>`, as in training, cut where training would cut it first.
  private static List<int[]> tokens(List<String> texts, Tokenizer tokenizer, int context) {
    List<int[]> sequences = new ArrayList<>();
    for (String text : texts) {
      int[] ids = tokenizer.encode(text);
      int[] whole = new int[ids.length + 2];
      whole[0] = tokenizer.bos();
      System.arraycopy(ids, 0, whole, 1, ids.length);
      whole[whole.length - 1] = tokenizer.eos();
      sequences.add(Arrays.copyOf(whole, Math.min(whole.length, context + 1)));
    }
    return sequences;
  }

  private static List<Double> means(Evaluation evaluation, List<int[]> sequences) {
    List<Double> means = new ArrayList<>();
    List<int[]> batch = new ArrayList<>();
    int size = 0;
    for (int[] sequence : sequences) {
      if (size + sequence.length > BATCH_TOKENS && !batch.isEmpty()) {
        measure(evaluation, batch, means);
        batch.clear();
        size = 0;
      }
      batch.add(sequence);
      size += sequence.length;
    }
    if (!batch.isEmpty()) {
      measure(evaluation, batch, means);
    }
    return means;
  }

  private static void measure(Evaluation evaluation, List<int[]> batch, List<Double> means) {
    for (double mean : evaluation.sequenceLosses(Batch.ofNextTokens(batch))) {
      means.add(mean);
    }
  }

  private static List<Double> sums(List<Double> means, List<int[]> sequences) {
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      sums.add(means.get(i) * (sequences.get(i).length - 1));
    }
    return sums;
  }
}
