package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.BASE;
import static dev.demur.learn.adapter.TinyNetworks.KEY;
import static dev.demur.learn.adapter.TinyNetworks.SETTINGS;
import static dev.demur.learn.adapter.TinyNetworks.files;
import static dev.demur.learn.adapter.TinyNetworks.members;
import static dev.demur.learn.adapter.TinyNetworks.random;
import static dev.demur.learn.adapter.TinyNetworks.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraAdapter;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.tensor.Tensor;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mistakes that trainers make, planted one at a time: each breaks the forget law, and the check
/// that finds our training sound notices. The one of clipping in the order of a map is in
/// `dev.demur.learn.model.ClippingOrderTest`.
class PlantedMistakesTest {
  private static final int NETWORKS = 6;
  private static final Assignment ASSIGNMENT = new Assignment(KEY, 2, 3);

  @TempDir Path folder;

  /// A way to make all files of these rows in a folder, which may hold those of other rows.
  @FunctionalInterface
  private interface Pipeline {
    void make(List<CorpusRow> rows, Path folder) throws IOException;
  }

  /// On how many networks forgetting a member leaves other files than never having had the member.
  private int broken(Pipeline pipeline) throws IOException {
    int broken = 0;
    for (int seed = 1; seed <= NETWORKS; seed++) {
      List<CorpusRow> rows = random(new SplittableRandom(seed), 10);
      MemberId leaving = members(rows).get(seed % members(rows).size());
      Path left = Files.createTempDirectory(folder, "left");
      pipeline.make(rows, left);
      pipeline.make(without(rows, List.of(leaving)), left);
      Path never = Files.createTempDirectory(folder, "never");
      pipeline.make(without(rows, List.of(leaving)), never);
      broken += files(left).equals(files(never)) ? 0 : 1;
    }
    return broken;
  }

  @FunctionalInterface
  private interface Mistake {
    SliceRules of(List<CorpusRow> rows);
  }

  private static Pipeline with(Mistake mistake) {
    return (rows, folder) -> make(BASE, mistake.of(rows), rows, folder);
  }

  private static void make(Base base, SliceRules rules, List<CorpusRow> rows, Path folder)
      throws IOException {
    new AdapterTraining(base, SETTINGS, ASSIGNMENT, folder, rules)
        .make(SliceRows.of(ASSIGNMENT.spread(rows)), SliceGate.open(), AdapterProgress.silent(), 1);
  }

  private static SliceRules sound() {
    return new SliceRules(SETTINGS, ASSIGNMENT.hash());
  }

  @Test
  void withoutAMistakeTheLawHolds() throws IOException {
    assertThat(broken(with(rows -> sound()))).isZero();
    assertThat(broken(PlantedMistakesTest::mergedAnew)).isZero();
  }

  @Test
  void aCosineOverAllStepsIsCaught() throws IOException {
    Pipeline cosine =
        with(rows ->
            new SliceRules(SETTINGS, ASSIGNMENT.hash()) {
              @Override
              float learningRate(int step) {
                double share = (double) step / rows.size();
                return (float) (0.01 * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(1, share))));
              }
            });
    assertThat(broken(cosine)).isPositive();
  }

  @Test
  void aFilterByPercentileIsCaught() throws IOException {
    Pipeline percentile =
        with(rows -> {
          int longest =
              rows.stream()
                  .mapToInt(row -> row.text().length())
                  .sorted()
                  .toArray()[rows.size() * 7 / 10];
          return new SliceRules(SETTINGS, ASSIGNMENT.hash()) {
            @Override
            List<CorpusRow> taught(List<CorpusRow> own) {
              return own.stream().filter(row -> row.text().length() <= longest).toList();
            }
          };
        });
    assertThat(broken(percentile)).isPositive();
  }

  @Test
  void aGlobalCounterAsSeedIsCaught() throws IOException {
    AtomicInteger counter = new AtomicInteger();
    Pipeline counted =
        with(rows ->
            new SliceRules(SETTINGS, ASSIGNMENT.hash()) {
              @Override
              List<Sequence> ordered(List<Sequence> sequences, int epoch) {
                List<Sequence> shuffled = new ArrayList<>(super.ordered(sequences, epoch));
                Collections.shuffle(shuffled, new Random(counter.getAndIncrement()));
                return shuffled;
              }
            });
    assertThat(broken(counted)).isPositive();
  }

  @Test
  void momentsThatAreNotRestoredAreCaught() throws IOException {
    Pipeline forgetful =
        with(rows ->
            new SliceRules(SETTINGS, ASSIGNMENT.hash()) {
              @Override
              TrainingState resumed(TrainingState checkpoint) {
                SortedMap<String, Tensor> tensors = new TreeMap<>(checkpoint.tensors());
                tensors.replaceAll((name, tensor) ->
                    name.endsWith(".weight") ? tensor : Tensor.zeros(tensor.shape()));
                return new TrainingState(checkpoint.step(), tensors);
              }
            });
    assertThat(broken(forgetful)).isPositive();
  }

  @Test
  void aTokenizerFittedOnMembersIsCaught() throws IOException {
    LlamaModel model = LlamaModel.initialise(LlamaConfig.small(300, 16, 24, 1, 2, 32), 3);
    Pipeline fitted =
        (rows, target) -> {
          Path tokenizer = target.resolve("tokenizer.json");
          if (!Files.exists(tokenizer)) {
            Tokenizer trained = TokenizerTraining.train(rows.stream().map(CorpusRow::text), 280);
            trained.save(tokenizer);
          }
          Tokenizer read = Tokenizer.load(tokenizer);
          make(new Base(model, read, "base"), sound(), rows, target);
        };
    assertThat(broken(fitted)).isPositive();
  }

  @Test
  void aMergeBySubtractionIsCaught() throws IOException {
    assertThat(broken(PlantedMistakesTest::mergedBySubtraction)).isPositive();
  }

  private static void mergedAnew(List<CorpusRow> rows, Path folder) throws IOException {
    make(BASE, sound(), rows, folder);
    new Merge(BASE, SETTINGS, ASSIGNMENT, folder).publish(folder.resolve("merged"));
  }

  /// Where a merge is there already, takes the old adapters out of it and adds the new ones.
  private static void mergedBySubtraction(List<CorpusRow> rows, Path folder) throws IOException {
    Path file = folder.resolve("merged");
    boolean first = !Files.exists(file);
    SortedMap<String, Tensor> mean = first ? new TreeMap<>() : merged(file);
    if (!first) {
      addAdapters(mean, folder, -1f);
    }
    make(BASE, sound(), rows, folder);
    if (first) {
      new Merge(BASE, SETTINGS, ASSIGNMENT, folder).publish(file);
    } else {
      addAdapters(mean, folder, 1f);
      LoraAdapter adapter = new LoraAdapter(SETTINGS.lora(), mean);
      new MergedAdapter(adapter, BASE.sha256(), new TreeSet<>(List.of(0, 1))).write(file);
    }
  }

  private static SortedMap<String, Tensor> merged(Path file) throws IOException {
    SortedMap<String, Tensor> copies = new TreeMap<>(MergedAdapter.load(file).adapter().ups());
    copies.replaceAll((name, tensor) -> tensor.copy());
    return copies;
  }

  private static void addAdapters(SortedMap<String, Tensor> mean, Path folder, float factor)
      throws IOException {
    for (int shard = 0; shard < ASSIGNMENT.shards(); shard++) {
      var last = Safetensors.read(Checkpoint.file(folder, new SliceId(shard, 2)));
      mean.forEach((name, sum) -> {
        float[] values = last.tensor(name).data();
        for (int i = 0; i < values.length; i++) {
          sum.data()[i] += factor * values[i] / ASSIGNMENT.shards();
        }
      });
    }
  }
}
