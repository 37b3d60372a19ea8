package dev.demur.learn.adapter;

import static dev.demur.learn.adapter.TinyNetworks.BASE;
import static dev.demur.learn.adapter.TinyNetworks.KEY;
import static dev.demur.learn.adapter.TinyNetworks.SETTINGS;
import static dev.demur.learn.adapter.TinyNetworks.files;
import static dev.demur.learn.adapter.TinyNetworks.make;
import static dev.demur.learn.adapter.TinyNetworks.random;
import static dev.demur.learn.adapter.TinyNetworks.row;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.model.TrainingState;
import dev.demur.learn.safetensors.Safetensors;
import dev.demur.learn.tensor.Tensor;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.testsupport.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdapterTrainingTest {
  private static final Assignment ASSIGNMENT = new Assignment(KEY, 2, 3);

  private static final SliceRules RULES = new SliceRules(SETTINGS, ASSIGNMENT.hash());

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.upTo(4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRunThatIsStoppedBeforeAnySliceGoesOnToTheSameBytes(long seed) throws IOException {
    List<CorpusRow> rows = random(new SplittableRandom(seed), 8);
    Path whole = folder.resolve("whole");
    make(ASSIGNMENT, rows, whole);
    for (int stop = 0; stop < ASSIGNMENT.all().size(); stop++) {
      Path stopped = folder.resolve("stopped " + stop);
      assertThatThrownBy(() -> make(ASSIGNMENT, rows, stopped, closingAfter(0), 1))
          .isInstanceOf(IllegalStateException.class);
      SliceGate closing = closingAfter(stop);
      assertThatThrownBy(() -> make(ASSIGNMENT, rows, stopped, closing, 1))
          .hasMessage("the permit has expired");
      Files.createDirectories(stopped.resolve("s0"));
      Files.writeString(stopped.resolve("s0/j1.safetensors.tmp"), "half of a checkpoint");
      make(ASSIGNMENT, rows, stopped);
      assertThat(files(stopped)).isEqualTo(files(whole));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void threadsAndTheOrderOfRowsAreNotSeen(long seed) throws IOException {
    Assignment assignment = new Assignment(KEY, 5, 2);
    List<CorpusRow> rows = random(new SplittableRandom(seed), 12);
    SortedMap<SliceId, String> one =
        make(assignment, rows, folder.resolve("1"), SliceGate.open(), 1);
    List<CorpusRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    for (int threads = 2; threads <= 3; threads++) {
      Path other = folder.resolve(Integer.toString(threads));
      assertThat(make(assignment, shuffled, other, SliceGate.open(), threads)).isEqualTo(one);
      assertThat(files(other)).isEqualTo(files(folder.resolve("1")));
    }
  }

  @Test
  void theBytesAreTheseOnEveryMachine() throws IOException {
    List<CorpusRow> rows = List.of(row("m1", 1, "a team of ten"), row("m2", 2, "plans ships now."));
    SortedMap<SliceId, String> made = make(new Assignment(KEY, 1, 1), rows, folder);
    assertThat(made.get(new SliceId(0, 0)))
        .isEqualTo("00b97f759beaeed9be37e17d1b491f28f89e55c6e523697ea672189a0efe40fa");
  }

  @Test
  void whatIsThereAlreadyIsKept() throws IOException {
    List<CorpusRow> rows = random(new SplittableRandom(1), 8);
    SortedMap<SliceId, String> made = make(ASSIGNMENT, rows, folder);
    assertThat(make(ASSIGNMENT, rows, folder, closingAfter(0), 1)).isEqualTo(made);
    assertThat(new AdapterTraining(BASE, SETTINGS, ASSIGNMENT, folder).digests()).isEqualTo(made);
  }

  @Test
  void aNewRowCostsItsSliceAndTheLaterOnesOfItsShard() throws IOException {
    List<CorpusRow> rows = new ArrayList<>(random(new SplittableRandom(2), 12));
    make(ASSIGNMENT, rows, folder);
    CorpusRow added = row("newcomer", 77, "ships a team now.");
    rows.add(added);
    List<SliceId> trained = Collections.synchronizedList(new ArrayList<>());
    make(ASSIGNMENT, rows, folder, trained::add, 1);
    SliceId first = ASSIGNMENT.sliceOf(added.member());
    assertThat(trained)
        .containsExactlyElementsOf(
            ASSIGNMENT.all().stream()
                .filter(s -> s.shard() == first.shard() && s.slice() >= first.slice())
                .toList());
  }

  @Test
  void aRefusedSliceLeavesEverythingAsItWas() throws IOException {
    List<CorpusRow> rows = new ArrayList<>(random(new SplittableRandom(3), 8));
    make(ASSIGNMENT, rows, folder);
    SortedMap<String, String> before = files(folder);
    rows.add(row("newcomer", 77, "ships a team now."));
    assertThatThrownBy(() -> make(ASSIGNMENT, rows, folder, closingAfter(0), 2))
        .hasMessage("the permit has expired");
    assertThat(files(folder)).isEqualTo(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedCheckpointIsMadeAgain(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<CorpusRow> rows = random(new SplittableRandom(4), 6);
    make(ASSIGNMENT, rows, folder);
    SortedMap<String, String> before = files(folder);
    Path file = Checkpoint.file(folder, new SliceId(random.nextInt(2), random.nextInt(3)));
    byte[] bytes = Files.readAllBytes(file);
    int at = random.nextInt(bytes.length);
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, random.nextBoolean() ? bytes : java.util.Arrays.copyOf(bytes, at));
    make(ASSIGNMENT, rows, folder);
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void aSliceWithoutRowsHasTheStateOfTheSliceBefore() throws IOException {
    String member = memberIn(new SliceId(0, 0));
    make(ASSIGNMENT, List.of(row(member, 1, "plans a team")), folder);
    SortedMap<String, Tensor> first = tensors(new SliceId(0, 0));
    SortedMap<String, Tensor> second = tensors(new SliceId(0, 1));
    first.forEach((name, tensor) ->
        assertThat(requireNonNull(second.get(name)).data()).isEqualTo(tensor.data()));
    assertThat(tensors(new SliceId(1, 2)).values())
        .allSatisfy(tensor -> assertThat(tensor.data()).containsOnly(0f));
    String parent =
        Safetensors.readMetadata(Checkpoint.file(folder, new SliceId(0, 1))).get("parent");
    assertThat(parent).isEqualTo(Sha256.of(Checkpoint.file(folder, new SliceId(0, 0))));
  }

  @Test
  void anEarlierDivisionIsSweptAway() throws IOException {
    List<CorpusRow> rows = random(new SplittableRandom(5), 6);
    make(new Assignment(KEY, 4, 4), rows, folder.resolve("was larger"));
    make(ASSIGNMENT, rows, folder.resolve("was larger"));
    make(ASSIGNMENT, rows, folder.resolve("new"));
    assertThat(files(folder.resolve("was larger"))).isEqualTo(files(folder.resolve("new")));
    assertThat(folder.resolve("was larger/s3")).doesNotExist();
  }

  @Test
  void aCheckpointSaysWhatItWasMadeFrom() throws IOException {
    make(ASSIGNMENT, List.of(row(memberIn(new SliceId(0, 0)), 1, "plans a team")), folder);
    assertThat(Safetensors.readMetadata(Checkpoint.file(folder, new SliceId(0, 0))))
        .containsOnlyKeys(
            "base", "code", "data", "format", "parent", "settings", "slice", "step", "tensors")
        .containsEntry("base", "tiny base")
        .containsEntry("parent", "none")
        .containsEntry("slice", "s0/j0")
        .containsEntry("step", "2");
  }

  @Test
  void rowsForOtherPurposesAndBlankRowsChangeNothing() throws IOException {
    List<CorpusRow> rows = new ArrayList<>(random(new SplittableRandom(6), 6));
    SortedMap<SliceId, String> made = make(ASSIGNMENT, rows, folder.resolve("plain"));
    CorpusRow first = rows.getFirst();
    rows.add(row(first.member().value(), 901, " \n"));
    rows.add(
        new CorpusRow(
            first.member(),
            row("x", 902, "").record(),
            Purpose.OTHER_ML,
            first.category(),
            first.createdAt(),
            "plans ships",
            first.fields()));
    assertThat(make(ASSIGNMENT, rows, folder.resolve("more"))).isEqualTo(made);
  }

  @Test
  void aRowGivenForAnotherSliceIsRefused() {
    CorpusRow row = row(memberIn(new SliceId(0, 1)), 1, "plans");
    AdapterTraining training = new AdapterTraining(BASE, SETTINGS, ASSIGNMENT, folder);
    assertThatThrownBy(() ->
            training.make(slice -> List.of(row), SliceGate.open(), AdapterProgress.silent(), 1))
        .hasMessage(
            "a row of slice s0/j1 was given for slice s0/j0; spread rows by Assignment.spreadForTraining");
  }

  @Test
  void aRecordGivenTwiceIsRefused() {
    CorpusRow row = row(memberIn(new SliceId(0, 1)), 1, "plans");
    assertThatThrownBy(() -> make(ASSIGNMENT, List.of(row, row), folder))
        .hasMessage("a record stands twice among the rows of slice s0/j1");
  }

  @Test
  void theMomentsAreASeenPartOfTheState() {
    try (SliceTrainer trainer = new SliceTrainer(BASE, SETTINGS, RULES)) {
      List<List<CorpusRow>> first = List.of(List.of(row("m1", 1, "a team plans")));
      List<List<CorpusRow>> second = List.of(List.of(row("m2", 2, "ten ships of a team")));
      TrainingState before = trainer.train(trainer.untrained(), first).state();
      SortedMap<String, Tensor> forgetful = new TreeMap<>(before.tensors());
      forgetful.replaceAll(
          (name, tensor) -> name.endsWith(".weight") ? tensor : Tensor.zeros(tensor.shape()));
      TrainingState after = trainer.train(before, second).state();
      TrainingState other =
          trainer.train(new TrainingState(before.step(), forgetful), second).state();
      assertThat(anyDifference(after, other)).isTrue();
      assertThat(anyDifference(after, trainer.train(before, second).state())).isFalse();
    }
  }

  @Test
  void theOrderOfMembersWouldBeSeenInTheWeights() {
    try (SliceTrainer trainer = new SliceTrainer(BASE, SETTINGS, RULES)) {
      List<List<CorpusRow>> one = List.of(List.of(row("m1", 1, "a team plans")));
      List<List<CorpusRow>> other = List.of(List.of(row("m2", 2, "ten ships of a team")));
      TrainingState oneFirst =
          trainer.train(trainer.train(trainer.untrained(), one).state(), other).state();
      TrainingState otherFirst =
          trainer.train(trainer.train(trainer.untrained(), other).state(), one).state();
      assertThat(anyDifference(oneFirst, otherFirst)).isTrue();
    }
  }

  private SortedMap<String, Tensor> tensors(SliceId slice) throws IOException {
    return Safetensors.read(Checkpoint.file(folder, slice)).tensors();
  }

  private static boolean anyDifference(TrainingState one, TrainingState other) {
    return one.tensors().keySet().stream()
        .anyMatch(name ->
            !java.util.Arrays.equals(
                requireNonNull(one.tensors().get(name)).data(),
                requireNonNull(other.tensors().get(name)).data()));
  }

  private static String memberIn(SliceId slice) {
    for (int i = 0; ; i++) {
      if (ASSIGNMENT.sliceOf(new MemberId("member-" + i)).equals(slice)) {
        return "member-" + i;
      }
    }
  }

  private static SliceGate closingAfter(int slices) {
    AtomicInteger left = new AtomicInteger(slices);
    return slice -> {
      if (left.getAndDecrement() <= 0) {
        throw new IllegalStateException("the permit has expired");
      }
    };
  }
}
