package dev.demur.learn.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.tensor.Tensor;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadBack(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    SortedMap<String, Tensor> tensors = randomTensors(random);
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("kind", "test \"quoted\" ü " + seed);
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(file, tensors, metadata, Storage.F32);

    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.metadata()).isEqualTo(metadata).isEqualTo(Safetensors.readMetadata(file));
    assertThat(read.tensors().keySet()).isEqualTo(tensors.keySet());
    tensors.forEach((name, tensor) -> {
      assertThat(read.tensor(name).shape()).isEqualTo(tensor.shape());
      assertThat(read.tensor(name).data()).isEqualTo(tensor.data());
    });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void halfWidthStorageRoundsOnceAndThenIsExact(long seed) throws IOException {
    SortedMap<String, Tensor> tensors = randomTensors(new SplittableRandom(seed));
    Path first = folder.resolve("first.safetensors");
    Path second = folder.resolve("second.safetensors");
    Safetensors.write(first, tensors, new TreeMap<>(), Storage.BF16);
    Safetensors.write(second, Safetensors.read(first).tensors(), new TreeMap<>(), Storage.BF16);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void theBytesAreExactlyThese() throws IOException {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    tensors.put("b", Tensor.of(new float[] {1f, -2f}, 2));
    tensors.put("a", Tensor.of(new float[] {0.5f}, 1, 1));
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("z", "1");
    metadata.put("format", "pt");
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(file, tensors, metadata, Storage.BF16);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);

    String header =
        "{\"__metadata__\":{\"format\":\"pt\",\"z\":\"1\"},"
            + "\"a\":{\"dtype\":\"BF16\",\"shape\":[1,1],\"data_offsets\":[0,2]},"
            + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[2,6]}}";
    byte[] read = new byte[Math.toIntExact(bytes.getLong())];
    bytes.get(read);
    assertThat(read.length % 8).isZero();
    assertThat(new String(read, UTF_8))
        .isEqualTo(header + " ".repeat(read.length - header.length()));
    assertThat(bytes.getShort()).isEqualTo((short) 0x3F00);
    assertThat(bytes.getShort()).isEqualTo((short) 0x3F80);
    assertThat(bytes.getShort()).isEqualTo((short) 0xC000);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void bfloat16RoundsToNearestAndTiesToEven() {
    assertThat(bits(0x3F808000)).as("tie, even below").isEqualTo(0x3F80);
    assertThat(bits(0x3F818000)).as("tie, even above").isEqualTo(0x3F82);
    assertThat(bits(0x3F808001)).as("just above the tie").isEqualTo(0x3F81);
    assertThat(bits(0x3F80FFFF)).isEqualTo(0x3F81);
    assertThat(bits(0x7F7FFFFF)).as("the largest float becomes infinity").isEqualTo(0x7F80);
    assertThat(bits(0xFF800000)).as("minus infinity").isEqualTo(0xFF80);
    assertThat(bits(0x80000000)).as("minus zero").isEqualTo(0x8000);
    assertThat(Bfloat16.round(Float.NaN)).isNaN();
    assertThat(Bfloat16.round(Float.intBitsToFloat(0x7F800001))).isNaN();
  }

  @Test
  void binary16IsReadToo() throws IOException {
    Path file = file("{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}", 0, 0x3C);
    assertThat(Safetensors.read(file).tensor("a").data()).containsExactly(1f);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not JSON         | {"a"                                                       | the header is not JSON
          not an object    | []                                                         | the header must be a JSON object
          twice one name   | {"a":{},"a":{}}                                            | the header is not JSON: Duplicate Object property "a"
          two values       | {}{}                                                       | the header is not JSON: Trailing token
          unknown type     | {"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]}}      | tensor 'a': dtype must be one of [F32, BF16, F16], got "I8"
          no type          | {"a":{"shape":[4],"data_offsets":[0,4]}}                   | tensor 'a': dtype must be one of
          wrong size       | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}     | tensor 'a': shape [2] as F32 needs 8 bytes, data_offsets give 4
          negative         | {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}    | tensor 'a': shape must hold integers from 0, got [-1]
          backwards        | {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}     | tensor 'a': data_offsets must be a begin and an end, got [4, 0]
          not a number     | {"a":{"dtype":"F32","shape":["x"],"data_offsets":[0,4]}}   | tensor 'a': shape must hold integers from 0, got ["x"]
          overflow         | {"a":{"dtype":"F32","shape":[2147483647,2147483647,4],"data_offsets":[0,4]}} | tensor 'a': shape [2147483647, 2147483647, 4] has more than 2147483647 values
          hole in front    | {"a":{"dtype":"BF16","shape":[1],"data_offsets":[2,4]}}    | tensor 'a' begins at byte 2, after byte 0 where the one before it ends
          overlap          | {"a":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[1],"data_offsets":[2,4]}} | tensor 'b' begins at byte 2, before byte 4 where the one before it ends
          bytes left over  | {"a":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}    | the tensors need 2 bytes after the header, the file has 4
          beyond the file  | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}     | the tensors need 8 bytes after the header, the file has 4
          odd metadata     | {"__metadata__":{"n":1}}                                   | metadata 'n' must be a string
          """)
  void aFileThatContradictsItselfIsRefused(String what, String header, String message)
      throws IOException {
    Path file = file(header, 0, 0, 0, 0);
    assertThatThrownBy(() -> Safetensors.read(file))
        .as(what)
        .isInstanceOf(SafetensorsException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void aHeaderLongerThanTheFileIsRefusedBeforeAnythingIsAllocated() throws IOException {
    Path file = folder.resolve("huge.safetensors");
    Files.write(file, new byte[] {0, 0, 0, 0, 0, 0, 0, 0x40, '{', '}'});
    assertThatThrownBy(() -> Safetensors.read(file))
        .hasMessage(
            file
                + ": the header claims 4611686018427387904 bytes; at most 100000000 are allowed"
                + " and the file has 2 more");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTruncatedFileIsRefused(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("a.safetensors");
    SortedMap<String, Tensor> tensors = randomTensors(random);
    tensors.put("last", Tensor.zeros(3));
    Safetensors.write(file, tensors, new TreeMap<>(), Storage.F32);
    byte[] whole = Files.readAllBytes(file);
    byte[] part = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
    Files.write(file, part);
    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(SafetensorsException.class);
  }

  @Test
  void aTensorMayNotTakeTheNameOfTheMetadata() {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    tensors.put("__metadata__", Tensor.zeros(1));
    assertThatThrownBy(
            () -> Safetensors.write(folder.resolve("a"), tensors, new TreeMap<>(), Storage.F32))
        .hasMessage("no tensor may be named __metadata__");
  }

  @Test
  void anAbsentTensorIsNamed() {
    assertThatThrownBy(() -> new SafetensorsFile(new TreeMap<>(), new TreeMap<>()).tensor("x"))
        .hasMessage("no tensor 'x', only []");
  }

  private static int bits(int floatBits) {
    return Bfloat16.of(Float.intBitsToFloat(floatBits)) & 0xFFFF;
  }

  private Path file(String header, int... data) throws IOException {
    byte[] json = header.getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (int value : data) {
      bytes.put((byte) value);
    }
    Path file = folder.resolve("made.safetensors");
    Files.write(file, bytes.array());
    return file;
  }

  private static SortedMap<String, Tensor> randomTensors(SplittableRandom random) {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int rows = random.nextInt(5);
      int columns = 1 + random.nextInt(700_000 / (1 + rows * 50_000));
      Tensor tensor = Tensor.zeros(rows, columns);
      for (int j = 0; j < tensor.data().length; j++) {
        tensor.data()[j] = Float.intBitsToFloat(random.nextInt() & 0xBFFFFFFF);
      }
      tensors.put("layer." + random.nextInt(100), tensor);
    }
    return tensors;
  }
}
