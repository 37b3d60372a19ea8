package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.Evaluation;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraAdapter;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What dividing members into shards costs in quality: perplexity on the words of members who were
/// never trained on, of adapters that differ in nothing but how members are divided.
///
/// Trains as [AdapterTraining] does, in memory.
public final class AdapterQuality {
  private final Base base;
  private final AdapterSettings settings;
  private final byte[] key;
  private final List<CorpusRow> rows;
  private final List<Batch> heldOut = new ArrayList<>();

  /// @param key by which members are divided
  /// @param rows trained on
  /// @param heldOut measured on: rows of other members
  public AdapterQuality(
      Base base,
      AdapterSettings settings,
      byte[] key,
      List<CorpusRow> rows,
      List<CorpusRow> heldOut) {
    this.base = base;
    this.settings = settings;
    this.key = key.clone();
    this.rows = List.copyOf(rows);
    SortedMap<MemberId, List<CorpusRow>> byMember = new TreeMap<>();
    for (CorpusRow row : heldOut) {
      byMember.computeIfAbsent(row.member(), member -> new ArrayList<>()).add(row);
    }
    List<int[]> sequences = new ArrayList<>();
    byMember
        .values()
        .forEach(own -> sequences.addAll(Packing.pack(own, base.tokenizer(), settings.context())));
    for (int from = 0; from < sequences.size(); from += settings.sequencesPerBatch()) {
      int to = Math.min(sequences.size(), from + settings.sequencesPerBatch());
      this.heldOut.add(Packing.batch(sequences.subList(from, to), base.tokenizer()));
    }
  }

  /// Tokens that are measured on.
  public int heldOutTokens() {
    return heldOut.stream().mapToInt(Batch::targetCount).sum();
  }

  /// The perplexity of the base alone.
  public double ofBase(int threads) {
    try (Workers workers = Workers.of(threads)) {
      return perplexity(base.model(), workers);
    }
  }

  /// What shards have learnt.
  ///
  /// @param mean of their adapters
  /// @param tokens learnt from, over all epochs and shards
  public record Trained(LoraAdapter mean, long tokens) {}

  /// Trains the adapters of all shards.
  public Trained train(int shards, int slices, int threads) throws IOException {
    Assignment assignment = new Assignment(key, shards, slices);
    SliceRows bySlice = SliceRows.of(assignment.spreadForTraining(rows));
    SortedMap<Integer, TrainingState> states = new TreeMap<>();
    long[] tokens = new long[shards];
    List<Integer> all = assignment.all().stream().map(SliceId::shard).distinct().toList();
    ShardThreads.run(
        all,
        threads,
        stop ->
            new ShardThreads.Worker() {
              private final SliceTrainer trainer =
                  new SliceTrainer(base, settings, new SliceRules(settings, assignment.hash()));

              @Override
              public void run(int shard) throws IOException {
                TrainingState state = trainer.untrained();
                for (int number = 0; number < slices; number++) {
                  stop.check();
                  SliceId slice = new SliceId(shard, number);
                  SliceTrainer.Result result =
                      trainer.train(state, assignment.byMember(slice, bySlice.of(slice)));
                  state = result.state();
                  tokens[shard] += result.tokens();
                }
                synchronized (states) {
                  states.put(shard, state);
                }
              }

              @Override
              public void close() {
                trainer.close();
              }
            });
    List<LoraAdapter> adapters = states.values().stream().map(this::adapter).toList();
    return new Trained(LoraAdapter.mean(adapters), Arrays.stream(tokens).sum());
  }

  private LoraAdapter adapter(TrainingState state) {
    LoraConfig config = settings.lora();
    SortedMap<String, Tensor> ups = new TreeMap<>(state.tensors());
    ups.keySet().retainAll(config.names(base.model().config()).values());
    return new LoraAdapter(config, ups);
  }

  /// The perplexity of the base with an adapter.
  ///
  /// @param strength 1 for the adapter as it is
  public double of(LoraAdapter adapter, float strength, int threads) {
    try (Workers workers = Workers.of(threads)) {
      return perplexity(adapter.mergedInto(base.model(), strength, workers), workers);
    }
  }

  private double perplexity(LlamaModel model, Workers workers) {
    Evaluation evaluation = new Evaluation(model, workers);
    double loss = 0;
    for (Batch batch : heldOut) {
      loss += batch.targetCount() * evaluation.loss(batch);
    }
    return StrictMath.exp(loss / heldOutTokens());
  }
}
