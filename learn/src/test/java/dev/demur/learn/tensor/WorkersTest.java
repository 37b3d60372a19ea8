package dev.demur.learn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void everyIndexIsVisitedOnceAndPartsBeginAtMultiplesOfTheGrain(int threads) {
    try (Workers workers = Workers.of(threads)) {
      for (int count : new int[] {0, 1, 7, 8, 9, 100, 1001}) {
        AtomicIntegerArray visits = new AtomicIntegerArray(count);
        workers.split(
            count,
            8,
            (from, to) -> {
              assertThat(from % 8).isZero();
              for (int i = from; i < to; i++) {
                visits.incrementAndGet(i);
              }
            });
        for (int i = 0; i < count; i++) {
          assertThat(visits.get(i)).isEqualTo(1);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void aPartThatFailsFailsTheSplit(int threads) {
    try (Workers workers = Workers.of(threads)) {
      assertThatThrownBy(() ->
              workers.split(
                  100,
                  1,
                  (from, to) -> {
                    if (to == 100) {
                      throw new ArithmeticException("the last part");
                    }
                  }))
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("the last part");
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {0, -1, 257})
  void numbersOfThreadsThatMakeNoSenseAreRefused(int threads) {
    assertThatThrownBy(() -> Workers.of(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be 1 to 256, got " + threads);
  }
}
