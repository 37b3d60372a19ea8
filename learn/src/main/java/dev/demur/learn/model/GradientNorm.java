package dev.demur.learn.model;

import dev.demur.learn.tensor.Sums;
import dev.demur.learn.tensor.Workers;
import java.util.List;

/// The length of all gradients together, by which they are clipped: summed in double precision,
/// tensor by tensor in the order of their names.
///
/// It stands apart so that a test can plant another order and see that its bytes give it away.
class GradientNorm {
  double of(List<TrainedTensor> trained, Workers workers) {
    double[] sums = new double[trained.size()];
    workers.split(
        sums.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float[] gradient = trained.get(i).gradient().data();
            sums[i] = Sums.squares(gradient, 0, gradient.length);
          }
        });
    double sum = 0;
    for (double each : sums) {
      sum += each;
    }
    return Math.sqrt(sum);
  }
}
