package dev.demur.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldMapTest {
  private static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFieldMapIsWhatATreeMapIs(long seed) {
    var random = new SplittableRandom(seed);
    var expected = new TreeMap<String, String>();
    var builder = new FieldMap.Builder();
    for (int i = random.nextInt(30); i > 0; i--) {
      String key = Integer.toString(random.nextInt(20), 36);
      expected.put(key, "value " + i);
      builder.put(key, "value " + i);
      assertThat(builder.has(key)).isTrue();
      assertThat(builder.size()).isEqualTo(expected.size());
    }
    FieldMap map = builder.build();

    assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected);
    assertThat(map).containsExactlyEntriesOf(expected);
    assertThat(map.headMap("5")).isEqualTo(expected.headMap("5"));
    assertThat(map.tailMap("5")).isEqualTo(expected.tailMap("5"));
    assertThat(map.subMap("2", "7")).isEqualTo(expected.subMap("2", "7"));
    for (int i = 0; i < 20; i++) {
      String key = Integer.toString(i, 36);
      assertThat(map.get(key)).isEqualTo(expected.get(key));
      assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
    }
    assertThat(FieldMap.copyOf(expected)).isEqualTo(map);
    assertThat(FieldMap.copyOf(map)).isSameAs(map);
  }

  @Test
  void oneFieldCanBeRetained() {
    var builder = new FieldMap.Builder();
    builder.put("text", "dropped");
    builder.put("kind", "login");
    builder.retain("kind");
    assertThat(builder.build()).isEqualTo(Map.of("kind", "login"));
    builder.retain("other");
    assertThat(builder.build()).isEmpty();
  }

  @Test
  void aFieldMapNeverChanges() {
    var builder = new FieldMap.Builder();
    builder.put("kind", "login");
    FieldMap map = builder.build();
    builder.put("kind", "changed");
    assertThat(map).isEqualTo(Map.of("kind", "login"));
    assertThatThrownBy(() -> map.put("kind", "changed"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.entrySet().iterator().remove())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anEmptyOneHasNoFirstField() {
    FieldMap map = new FieldMap.Builder().build();
    assertThatThrownBy(map::firstKey)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("a record without fields has no first or last one");
  }
}
