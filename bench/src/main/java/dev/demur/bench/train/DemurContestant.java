package dev.demur.bench.train;

import dev.demur.learn.model.Batch;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraTrainer;
import dev.demur.learn.model.Trainer;
import dev.demur.learn.tensor.Workers;
import java.util.function.ToDoubleFunction;

/// Our trainer.
final class DemurContestant implements Contestant {
  private final Workers workers;
  private final ToDoubleFunction<Batch> trainer;

  DemurContestant(LlamaModel model, Mode mode, int threads) {
    workers = Workers.of(threads);
    trainer =
        switch (mode) {
          case FULL -> {
            var full = new Trainer(model.copy(), ModelSize.optimiser(), workers);
            yield batch -> full.step(batch, ModelSize.LEARNING_RATE);
          }
          case LORA -> {
            var lora = new LoraTrainer(model, ModelSize.lora(), ModelSize.optimiser(), workers);
            yield batch -> lora.step(batch, ModelSize.LEARNING_RATE);
          }
        };
  }

  @Override
  public double step(Batch batch) {
    return trainer.applyAsDouble(batch);
  }

  @Override
  public void close() {
    workers.close();
  }
}
