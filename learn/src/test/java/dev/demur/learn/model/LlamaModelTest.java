package dev.demur.learn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaModelTest {
  @TempDir Path folder;

  @Test
  void equalSeedsGiveEqualModels() {
    String one = Models.sha256(LlamaModel.initialise(Models.plain(), 7).weights());
    String same = Models.sha256(LlamaModel.initialise(Models.plain(), 7).weights());
    String other = Models.sha256(LlamaModel.initialise(Models.plain(), 8).weights());

    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void aSavedModelIsLoadedBitForBit() throws IOException {
    LlamaModel model = Models.random(Models.elaborate(ProjectionBias.ALL), 1);

    model.save(folder, new TreeMap<>());
    LlamaModel loaded = LlamaModel.load(folder);

    assertThat(loaded.config()).isEqualTo(model.config());
    assertThat(Models.sha256(loaded.weights())).isEqualTo(Models.sha256(model.weights()));
    assertThat(Safetensors.readMetadata(folder.resolve("model.safetensors")))
        .containsEntry("format", "pt");
  }

  @Test
  void aModelInSeveralFilesIsLoaded() throws IOException {
    LlamaModel model = Models.random(Models.plain(), 1);
    SortedMap<String, Tensor> first = new TreeMap<>(model.weights());
    SortedMap<String, Tensor> second = new TreeMap<>();
    second.put("model.norm.weight", first.remove("model.norm.weight"));
    second.put("lm_head.weight", Tensor.zeros(1));
    second.put("model.layers.0.self_attn.rotary_emb.inv_freq", Tensor.zeros(4));
    Safetensors.write(folder.resolve("a.safetensors"), first, new TreeMap<>(), Storage.F32);
    Safetensors.write(folder.resolve("b.safetensors"), second, new TreeMap<>(), Storage.F32);
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\": {\"x\": \"a.safetensors\", \"y\": \"b.safetensors\"}}");
    Files.writeString(folder.resolve("config.json"), model.config().toJson());

    assertThat(Models.sha256(LlamaModel.load(folder).weights()))
        .isEqualTo(Models.sha256(model.weights()));
  }

  @Test
  void anIndexMayNotNameFilesElsewhere() throws IOException {
    Files.writeString(folder.resolve("config.json"), Models.plain().toJson());
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"weight_map\": {\"x\": \"../a.safetensors\"}}");

    assertThatThrownBy(() -> LlamaModel.load(folder))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(
            "weight_map names '../a.safetensors', which is no file of this folder");
  }

  @Test
  void weightsThatDoNotFitTheConfigAreRefused() throws IOException {
    LlamaModel model = LlamaModel.initialise(Models.plain(), 1);
    model.save(folder, new TreeMap<>());
    Files.writeString(
        folder.resolve("config.json"), LlamaConfig.small(37, 24, 41, 2, 3, 64).toJson());

    assertThatThrownBy(() -> LlamaModel.load(folder))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            folder
                + " does not fit config.json: weight model.layers.0.mlp.down_proj.weight must have"
                + " shape [24, 41], got [24, 40]");
  }

  @Test
  void everyWeightMustBeThereAndNoOther() {
    SortedMap<String, Tensor> weights =
        new TreeMap<>(LlamaModel.initialise(Models.plain(), 1).weights());
    Tensor norm = weights.remove("model.norm.weight");
    assertThatThrownBy(() -> new LlamaModel(Models.plain(), weights))
        .hasMessage("the model lacks the weight model.norm.weight");

    weights.put("model.norm.weight", norm);
    weights.put("another", norm);
    assertThatThrownBy(() -> new LlamaModel(Models.plain(), weights))
        .hasMessage("the model has a weight too many: another");
  }
}
