package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.model.Projection;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.safetensors.Storage;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes an adapter as Hugging Face PEFT reads it: `adapter_config.json` and
/// `adapter_model.safetensors`.
public final class PeftExport {
  private static final String PREFIX = "base_model.model.";

  private PeftExport() {}

  /// Writes both files, the numbers first.
  ///
  /// @param baseName what PEFT is to load the base by: a folder or the name of a repository
  public static void write(MergedAdapter merged, Base base, String baseName, Path folder)
      throws IOException {
    LoraConfig config = merged.adapter().config();
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    config
        .names(base.model().config())
        .forEach((weight, upName) -> {
          int inputs = base.model().weights().getOrDefault(weight, Tensor.zeros(1, 1)).shape()[1];
          String module = weight.substring(0, weight.length() - ".weight".length());
          tensors.put(PREFIX + module + ".lora_A.weight", config.down(weight, inputs));
          tensors.put(PREFIX + upName, merged.adapter().up(upName));
        });
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("format", "pt");
    Safetensors.write(folder.resolve("adapter_model.safetensors"), tensors, metadata, Storage.F32);
    AtomicFile.writeString(folder.resolve("adapter_config.json"), json(config, baseName));
  }

  private static String json(LoraConfig config, String baseName) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("peft_type", "LORA").put("task_type", "CAUSAL_LM");
    root.put("base_model_name_or_path", baseName).put("inference_mode", true);
    root.put("r", config.rank()).put("lora_alpha", config.alpha()).put("lora_dropout", 0.0);
    root.put("bias", "none").put("fan_in_fan_out", false);
    config.targets().stream().map(Projection::id).forEach(root.putArray("target_modules")::add);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }
}
