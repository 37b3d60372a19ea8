package dev.demur.assist.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final List<String> RANKED = List.of("a", "b", "c", "d");

  @Test
  void measuresAreWhatTheirFormulasSay() {
    assertThat(Ranks.reciprocal(RANKED, "c")).isEqualTo(1.0 / 3);
    assertThat(Ranks.reciprocal(RANKED, "x")).isZero();
    assertThat(Ranks.rPrecision(RANKED, List.of("a", "x", "d"), 2)).isEqualTo(0.5);
    assertThat(Ranks.recall(RANKED, List.of("a", "x", "d"), 2)).isEqualTo(1.0 / 3);
    assertThat(Ranks.ndcg(RANKED, Map.of("a", 1.0), 10)).isEqualTo(1);
    assertThat(Ranks.ndcg(RANKED, Map.of("b", 1.0), 10)).isEqualTo(0.6309, within(1e-4));
    assertThat(Ranks.ndcg(RANKED, Map.of("d", 1.0), 3)).isZero();
  }
}
