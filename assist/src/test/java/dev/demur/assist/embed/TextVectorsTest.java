package dev.demur.assist.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextVectorsTest {
  private static final Embedder MINI_LM = new MiniLm();

  @TempDir Path folder = Path.of("");

  private final AtomicInteger fresh = new AtomicInteger();

  private Path made(String name, Collection<String> texts) throws IOException {
    fresh.set(0);
    Path file = folder.resolve(name);
    TextVectors.make(file, texts, () -> MINI_LM, fresh::set);
    return file;
  }

  @Test
  void aFileIsAFunctionOfTheSetOfItsTextsWhateverWasInItBefore() throws IOException {
    Path never = made("never", List.of("Staff Nurse", "Welder", "Judge"));
    Path left = made("left", List.of("Judge", "Pastry Chef", "Staff Nurse"));

    made("left", List.of("Welder", "Judge", "Staff Nurse", "Welder"));

    assertThat(left).hasSameBinaryContentAs(never);
    assertThat(fresh).as("only the welder was new").hasValue(1);
    assertThat(Files.readString(left, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Nurse");
  }

  @Test
  void theVectorOfATextDoesNotDependOnTheOthersOfACall() {
    String text = "I look after patients on a surgical ward.";
    float[] alone = MINI_LM.embed(text);
    float[] among = new MiniLm().embed(List.of("x", text, "a much longer text ".repeat(40))).get(1);

    assertThat(among).containsExactly(alone);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 64, 100, 384})
  void productsAreThoseOfAddingOneByOneAlsoOfTheLargestNumbers(int dimensions) {
    float[] ones = new float[dimensions];
    Arrays.fill(ones, 1);
    float[] rising = new float[dimensions];
    double sum = 0;
    for (int i = 0; i < dimensions; i++) {
      rising[i] = i - dimensions / 3f;
      sum += rising[i];
    }
    float largest = Math.max(dimensions / 3f, dimensions - 1 - dimensions / 3f);

    float[] products = Vectors.of(dimensions, List.of(ones, rising)).products(ones);

    assertThat(products[0]).isCloseTo(dimensions, within(0.001f * dimensions));
    assertThat(products[1]).isCloseTo((float) sum, within(largest / 254 * dimensions));
  }

  @Test
  void likeTextsAreNearAndAllSurvivesTheFile() throws IOException {
    List<String> texts = List.of("Staff Nurse", "Hospital nurse", "Bricklayer");
    Vectors vectors = TextVectors.read(made("near", texts)).of(texts);
    float[] products = vectors.products(MINI_LM.embed("Registered nurse on a ward"));

    assertThat(products[0]).isGreaterThan(products[2] + 0.2f);
    assertThat(products[1]).isGreaterThan(products[2] + 0.2f);
    assertThat(vectors.products(MINI_LM.embed("Bricklayer"))[2]).isBetween(0.98f, 1.02f);
  }

  @Test
  void brokenFilesAreRefused() throws IOException {
    Path file = made("broken", List.of("Judge"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3));
    assertThatThrownBy(() -> TextVectors.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is cut short; delete it");
    Files.writeString(file, "something else\n");
    assertThatThrownBy(() -> TextVectors.read(file))
        .hasMessageContaining("is not a file of vectors");
    assertThat(made("none", List.of())).exists();
  }
}
