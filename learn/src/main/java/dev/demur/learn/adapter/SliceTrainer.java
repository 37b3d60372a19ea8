package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.LoraTrainer;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.CorpusRow;
import java.util.ArrayList;
import java.util.List;

/// Trains one slice after another.
///
/// The result of a slice is a function of the state before it, the rows of the slice and public
/// constants. Every call starts from a given state, so what the trainer did before is not seen.
final class SliceTrainer implements AutoCloseable {
  private final Base base;
  private final AdapterSettings settings;
  private final SliceRules rules;
  private final Workers workers;
  private final LoraTrainer trainer;
  private final TrainingState untrained;

  SliceTrainer(Base base, AdapterSettings settings, SliceRules rules) {
    this(base, settings, rules, 1);
  }

  /// @param threads that share each step; they change the time it takes and nothing else
  SliceTrainer(Base base, AdapterSettings settings, SliceRules rules, int threads) {
    this.workers = Workers.of(threads);
    this.base = base;
    this.settings = settings;
    this.rules = rules;
    trainer = new LoraTrainer(base.model(), settings.lora(), settings.optimiser(), workers);
    untrained = trainer.state();
  }

  /// The state of a shard before its first slice: B and all moments zero, no step made.
  TrainingState untrained() {
    return untrained;
  }

  /// What training a slice gave.
  ///
  /// @param tokens that had a target, over all epochs
  /// @param loss mean over them in nats, each before the step it taught; 0 without any
  record Result(TrainingState state, int sequences, long tokens, double loss) {}

  /// Trains one slice. Without rows the state after it is the state before it.
  ///
  /// @param members the rows of each member, in training order
  Result train(TrainingState before, List<List<CorpusRow>> members) {
    List<SliceRules.Sequence> sequences = sequences(members);
    if (sequences.isEmpty()) {
      return new Result(before, 0, 0, 0);
    }
    trainer.restore(before);
    int step = before.step();
    long tokens = 0;
    double loss = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      List<int[]> ordered =
          rules.ordered(sequences, epoch).stream().map(SliceRules.Sequence::tokens).toList();
      for (int from = 0; from < ordered.size(); from += settings.sequencesPerBatch()) {
        int to = Math.min(ordered.size(), from + settings.sequencesPerBatch());
        Batch batch = Packing.batch(ordered.subList(from, to), base.tokenizer());
        loss += batch.targetCount() * trainer.step(batch, rules.learningRate(step++));
        tokens += batch.targetCount();
      }
    }
    return new Result(trainer.state(), sequences.size(), tokens, loss / tokens);
  }

  private List<SliceRules.Sequence> sequences(List<List<CorpusRow>> members) {
    List<SliceRules.Sequence> sequences = new ArrayList<>();
    for (List<CorpusRow> rows : members) {
      String member = rows.getFirst().member().value();
      int number = 0;
      List<CorpusRow> taught = rules.taught(rows);
      for (int[] tokens : Packing.pack(taught, base.tokenizer(), settings.context())) {
        List<String> name = List.of(member, Integer.toString(number++));
        sequences.add(new SliceRules.Sequence(name, tokens));
      }
    }
    return sequences;
  }

  @Override
  public void close() {
    workers.close();
  }
}
