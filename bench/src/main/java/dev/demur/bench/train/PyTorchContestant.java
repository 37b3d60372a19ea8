package dev.demur.bench.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.demur.learn.model.Batch;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.model.Projection;
import dev.demur.learn.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// PyTorch through DJL, in 32-bit floats, from the same first weights.
final class PyTorchContestant implements Contestant {
  private static final List<String> LAYER_WEIGHTS =
      List.of(
          "input_layernorm",
          "self_attn.q_proj",
          "self_attn.k_proj",
          "self_attn.v_proj",
          "self_attn.o_proj",
          "post_attention_layernorm",
          "mlp.gate_proj",
          "mlp.up_proj",
          "mlp.down_proj");

  private final LlamaConfig config;
  private final int threads;
  private final PtNDManager manager;
  private final PtSymbolBlock script;
  private final List<PtNDArray> weights = new ArrayList<>();
  private final List<PtNDArray> downs = new ArrayList<>();
  private final List<PtNDArray> ups = new ArrayList<>();
  private final NDList constants = new NDList();

  PyTorchContestant(LlamaModel model, Mode mode, int threads) throws IOException {
    this.config = model.config();
    this.threads = threads;
    this.manager = (PtNDManager) Engine.getEngine("PyTorch").newBaseManager();
    JniUtils.setGraphExecutorOptimize(false);
    this.script = TorchScript.load(manager, PyTorchSource.of(config, mode));
    names(config).forEach(name -> weights.add(tensor(weight(model, name))));
    if (mode == Mode.LORA) {
      addAdapter(ModelSize.lora());
    } else {
      downs.add(number());
      ups.add(number());
    }
    List<PtNDArray> trained = mode == Mode.LORA ? ups : weights;
    trained.forEach(each -> each.setRequiresGradient(true));
    add("cos", List.of(turns(Math::cos)));
    add("sin", List.of(turns(Math::sin)));
    add("w[]", weights);
    add("down[]", downs);
    add("up[]", ups);
    add("m[]", trained.stream().map(this::zeros).toList());
    add("v[]", trained.stream().map(this::zeros).toList());
    add("steps[]", trained.stream().map(each -> number()).toList());
  }

  /// DJL hands all arrays of one name that ends in `[]` to the script as one list.
  private void add(String name, List<PtNDArray> arrays) {
    for (PtNDArray array : arrays) {
      array.setName(name);
      constants.add(array);
    }
  }

  private PtNDArray number() {
    return array(new float[1], new Shape());
  }

  /// Whether PyTorch runs here: its library is for Linux on x86-64.
  static boolean isAvailable() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  private static List<String> names(LlamaConfig config) {
    List<String> names = new ArrayList<>();
    names.add("model.embed_tokens.weight");
    for (int layer = 0; layer < config.layers(); layer++) {
      for (String weight : LAYER_WEIGHTS) {
        names.add("model.layers." + layer + "." + weight + ".weight");
      }
    }
    names.add("model.norm.weight");
    return names;
  }

  private static Tensor weight(LlamaModel model, String name) {
    Tensor weight = model.weights().get(name);
    if (weight == null) {
      throw new IllegalArgumentException("the model has no weight " + name);
    }
    return weight;
  }

  private void addAdapter(LoraConfig lora) {
    for (String name : names(config)) {
      boolean adapted =
          Arrays.stream(Projection.values())
              .anyMatch(projection -> name.endsWith(projection.id() + ".weight"));
      if (adapted) {
        long[] shape = weights.get(names(config).indexOf(name)).getShape().getShape();
        downs.add(tensor(lora.down(name, Math.toIntExact(shape[1]))));
        ups.add(
            array(
                new float[Math.toIntExact(shape[0]) * lora.rank()],
                new Shape(shape[0], lora.rank())));
      }
    }
  }

  private PtNDArray tensor(Tensor tensor) {
    return array(tensor.data(), new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray()));
  }

  private PtNDArray array(float[] values, Shape shape) {
    return (PtNDArray) manager.create(values.clone(), shape);
  }

  private PtNDArray zeros(PtNDArray like) {
    return (PtNDArray) manager.zeros(like.getShape());
  }

  private PtNDArray turns(DoubleUnaryOperator function) {
    double[] frequencies = config.rotaryFrequencies();
    int width = 2 * frequencies.length;
    float[] values = new float[ModelSize.CONTEXT * width];
    for (int i = 0; i < values.length; i++) {
      int position = i / width;
      double angle = position * frequencies[i % frequencies.length];
      values[i] = (float) function.applyAsDouble(angle);
    }
    return array(values, new Shape(ModelSize.CONTEXT, width));
  }

  @Override
  public double step(Batch batch) {
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
    long[] tokens = Arrays.stream(batch.tokens()).asLongStream().toArray();
    long[] targets = Arrays.stream(batch.targets()).asLongStream().toArray();
    try (PtNDManager scope = (PtNDManager) manager.newSubManager()) {
      NDArray ids = scope.create(tokens, new Shape(batch.lengths().length, ModelSize.CONTEXT));
      NDArray wanted = scope.create(targets);
      ids.setName("ids");
      wanted.setName("targets");
      NDList inputs = new NDList(ids, wanted);
      inputs.addAll(constants);
      return IValueUtils.forward(script, inputs, true).getFirst().getFloat();
    }
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
