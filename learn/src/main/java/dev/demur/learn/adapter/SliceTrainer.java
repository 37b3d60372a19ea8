package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.LoraTrainer;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.CorpusRow;
import java.util.ArrayList;
import java.util.List;

/// Trains one slice after another, on one thread.
///
/// The result of a slice is a function of the state before it, the rows of the slice and public
/// constants. Every call starts from a given state, so what the trainer did before is not seen.
final class SliceTrainer implements AutoCloseable {
  private final Base base;
  private final AdapterSettings settings;
  private final KeyedHash hash;
  private final Workers workers = Workers.of(1);
  private final LoraTrainer trainer;
  private final TrainingState untrained;

  SliceTrainer(Base base, AdapterSettings settings, KeyedHash hash) {
    this.base = base;
    this.settings = settings;
    this.hash = hash;
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
    List<Sequence> sequences = sequences(members);
    if (sequences.isEmpty()) {
      return new Result(before, 0, 0, 0);
    }
    trainer.restore(before);
    int step = before.step();
    long tokens = 0;
    double loss = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      List<int[]> ordered = ordered(sequences, epoch);
      for (int from = 0; from < ordered.size(); from += settings.sequencesPerBatch()) {
        int to = Math.min(ordered.size(), from + settings.sequencesPerBatch());
        Batch batch = Packing.batch(ordered.subList(from, to), base.tokenizer());
        loss += batch.targetCount() * trainer.step(batch, settings.learningRate(step++));
        tokens += batch.targetCount();
      }
    }
    return new Result(trainer.state(), sequences.size(), tokens, loss / tokens);
  }

  /// One training sequence, named by its member and its number among those of the member.
  private static final class Sequence {
    private final List<String> name;
    private final int[] tokens;

    Sequence(String member, int number, int[] tokens) {
      this.name = List.of(member, Integer.toString(number));
      this.tokens = tokens;
    }
  }

  private List<Sequence> sequences(List<List<CorpusRow>> members) {
    List<Sequence> sequences = new ArrayList<>();
    for (List<CorpusRow> rows : members) {
      String member = rows.getFirst().member().value();
      int number = 0;
      for (int[] tokens : Packing.pack(rows, base.tokenizer(), settings.context())) {
        sequences.add(new Sequence(member, number++, tokens));
      }
    }
    return sequences;
  }

  /// The sequences of all members in one keyed order, another one for each epoch.
  private List<int[]> ordered(List<Sequence> sequences, int epoch) {
    return hash.sorted(sequences, "demur sequence of epoch " + epoch, each -> each.name).stream()
        .map(sequence -> sequence.tokens)
        .toList();
  }

  @Override
  public void close() {
    workers.close();
  }
}
