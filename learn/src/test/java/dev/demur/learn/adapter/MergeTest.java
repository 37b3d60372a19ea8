package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.BASE;
import static dev.demur.learn.adapter.TinyNetworks.KEY;
import static dev.demur.learn.adapter.TinyNetworks.SETTINGS;
import static dev.demur.learn.adapter.TinyNetworks.make;
import static dev.demur.learn.adapter.TinyNetworks.members;
import static dev.demur.learn.adapter.TinyNetworks.random;
import static dev.demur.learn.adapter.TinyNetworks.without;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.base.Base;
import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.SafetensorsFile;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Workers;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final Assignment ASSIGNMENT = new Assignment(KEY, 3, 2);

  @TempDir Path folder;

  @Test
  void theMeanIsOverTheLastSlicesOfAllShards() throws IOException {
    make(ASSIGNMENT, random(new SplittableRandom(1), 12), folder);
    Path file = folder.resolve("merged.safetensors");
    String digest = merge().publish(file);
    MergedAdapter merged = MergedAdapter.load(file);
    assertThat(digest).isEqualTo(Sha256.of(file));
    assertThat(merged.shards()).containsExactly(0, 1, 2);
    assertThat(merged.adapter().config()).isEqualTo(SETTINGS.lora());
    merged
        .adapter()
        .ups()
        .forEach((name, mean) -> {
          for (int i = 0; i < mean.data().length; i++) {
            double sum = 0;
            for (int shard = 0; shard < 3; shard++) {
              sum += last(shard).tensor(name).data()[i];
            }
            assertThat(mean.data()[i]).isEqualTo((float) (sum / 3));
          }
        });
  }

  @Test
  void inQuarantineNothingDependsOnTheShard() throws IOException {
    List<CorpusRow> rows = random(new SplittableRandom(2), 12);
    make(ASSIGNMENT, rows, folder);
    MemberId leaving = members(rows).getFirst();
    int shard = ASSIGNMENT.sliceOf(leaving).shard();
    Path before = folder.resolve("before.safetensors");
    String digest = merge().publishWithout(Set.of(shard), before);
    assertThat(MergedAdapter.load(before).shards()).hasSize(2).doesNotContain(shard);

    make(ASSIGNMENT, without(rows, List.of(leaving)), folder);
    Path after = folder.resolve("after.safetensors");
    assertThat(merge().publishWithout(Set.of(shard), after)).isEqualTo(digest);
  }

  @Test
  void withoutAnyShardTheBaseIsServed() throws IOException {
    make(ASSIGNMENT, random(new SplittableRandom(3), 6), folder);
    Path file = folder.resolve("merged.safetensors");
    merge().publishWithout(Set.of(0, 1, 2), file);
    try (Workers workers = Workers.of(1)) {
      LlamaModel served = MergedAdapter.load(file).into(BASE, workers);
      served
          .weights()
          .forEach((name, weight) ->
              assertThat(weight.data())
                  .isEqualTo(requireNonNull(BASE.model().weights().get(name)).data()));
    }
  }

  @Test
  void anAdapterOfAnotherBaseIsRefused() throws IOException {
    make(ASSIGNMENT, random(new SplittableRandom(4), 6), folder);
    Path file = folder.resolve("merged.safetensors");
    merge().publish(file);
    Base other = new Base(BASE.model(), BASE.tokenizer(), "other base");
    try (Workers workers = Workers.of(1)) {
      assertThatThrownBy(() -> MergedAdapter.load(file).into(other, workers))
          .hasMessage(
              "the adapter was trained on base tiny base, this is base other base; train again");
    }
    assertThatThrownBy(() -> new Merge(other, SETTINGS, ASSIGNMENT, folder).publish(file))
        .hasMessage(
            folder.resolve("s0/j1.safetensors")
                + " was trained on base tiny base, not on other base; train again");
  }

  @Test
  void aFileThatIsNoMergedAdapterIsRefused() throws IOException {
    Path file = folder.resolve("other.safetensors");
    Safetensors.write(file, new TreeMap<>(), new TreeMap<>(), Storage.F32);
    assertThatThrownBy(() -> MergedAdapter.load(file))
        .hasMessage(file + ": format must be demur-merged/1, got none; merge again");
  }

  @Test
  void peftReadsWhatIsExported() throws IOException {
    make(ASSIGNMENT, random(new SplittableRandom(5), 6), folder);
    Path file = folder.resolve("merged.safetensors");
    merge().publish(file);
    Path peft = folder.resolve("peft");
    PeftExport.write(MergedAdapter.load(file), BASE, "models/base", peft);
    assertThat(Files.readString(peft.resolve("adapter_config.json")))
        .contains(
            "\"peft_type\" : \"LORA\"", "\"r\" : 2", "\"lora_alpha\" : 4.0", "q_proj", "down_proj");
    SafetensorsFile tensors = Safetensors.read(peft.resolve("adapter_model.safetensors"));
    String module = "base_model.model.model.layers.0.self_attn.q_proj";
    assertThat(tensors.tensor(module + ".lora_A.weight").shape()).containsExactly(2, 16);
    assertThat(tensors.tensor(module + ".lora_B.weight").shape()).containsExactly(16, 2);
    assertThat(tensors.tensors()).hasSize(4);
  }

  private Merge merge() {
    return new Merge(BASE, SETTINGS, ASSIGNMENT, folder);
  }

  private SafetensorsFile last(int shard) {
    try {
      return Safetensors.read(Checkpoint.file(folder, new SliceId(shard, 1)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
