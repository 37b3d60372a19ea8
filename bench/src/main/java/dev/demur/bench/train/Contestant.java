package dev.demur.bench.train;

import dev.demur.learn.model.Batch;

/// Somebody who trains.
interface Contestant extends AutoCloseable {
  /// One step of training.
  ///
  /// @return the mean loss of the batch in nats, before the step
  double step(Batch batch);

  @Override
  void close();
}
