package dev.demur.corpus.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.corpus.build.CorpusBuild.Texts;
import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.BucketTask;
import dev.demur.corpus.store.CorpusEntry;
import dev.demur.corpus.store.CorpusTable;
import dev.demur.corpus.store.Minimiser;
import dev.demur.corpus.store.PersonTokens;
import dev.demur.corpus.store.RecordTable;
import dev.demur.corpus.store.StorableRecord;
import dev.demur.corpus.store.Warehouse;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.program.Program;
import dev.demur.testsupport.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusBuildTest {
  private static final PersonTokens TOKENS =
      new PersonTokens("a key for tests of the build".getBytes(StandardCharsets.UTF_8));
  private static final Program PROGRAM = Program.shipped("linkedin-2025").orElseThrow();
  private static final int BUCKETS = 3;
  private static final int MEMBERS = 9;
  private static final int ROUNDS = 5;

  @TempDir private Path folder;

  static LongStream seeds() {
    return Seeds.upTo(3);
  }

  /// A home with records and a corpus.
  private final class Home implements AutoCloseable {
    private final Warehouse warehouse;
    private final RecordTable records;
    private final CorpusTable corpus;

    Home(String name, int buckets) {
      Path home = folder.resolve(name);
      assertThat(home.toFile().mkdirs()).isTrue();
      warehouse =
          Warehouse.open("jdbc:sqlite:" + home.resolve("catalog.db"), home.resolve("warehouse"));
      records = RecordTable.open(warehouse, TOKENS, buckets);
      corpus = CorpusTable.open(warehouse, buckets);
    }

    void importAll(List<MemberRecord> imported, Map<MemberId, MemberFacts> facts) {
      Minimiser minimiser = new Minimiser(TOKENS);
      List<StorableRecord> storable =
          imported.stream()
              .map(r ->
                  minimiser.minimise(
                      r, Optional.ofNullable(facts.get(r.holder())), SmallNetwork.NOW))
              .toList();
      records.put(storable);
    }

    CorpusSummary build(SmallNetwork network, int threads) {
      return build(network, new LocalEngine(threads), Texts.TAKEN_OVER).summary();
    }

    CorpusSummary build(Map<MemberId, MemberFacts> facts) {
      return build(
              PROGRAM,
              facts,
              Set.of("Dora Dunn"),
              SmallNetwork.NOW,
              new LocalEngine(2),
              Texts.TAKEN_OVER)
          .summary();
    }

    CorpusBuild.Built build(SmallNetwork network, BuildEngine engine, Texts texts) {
      return build(
          network.program(), network.facts(), network.objectors(), network.now(), engine, texts);
    }

    private CorpusBuild.Built build(
        Program program,
        Map<MemberId, MemberFacts> facts,
        Set<String> objectors,
        Instant now,
        BuildEngine engine,
        Texts texts) {
      Derivation derivation =
          new Derivation(
              program,
              TOKENS.resolving(id -> Optional.ofNullable(facts.get(id)), facts.keySet()),
              record -> Optional.empty(),
              objectors,
              now,
              Optional.empty());
      return new CorpusBuild(records, corpus, engine)
          .run(
              derivation,
              () -> plan(program, facts, objectors, now),
              texts,
              () -> {},
              (done, of) -> {});
    }

    private DerivationPlan plan(
        Program program, Map<MemberId, MemberFacts> facts, Set<String> objectors, Instant now) {
      Map<MemberId, MemberFacts> both = new HashMap<>(facts);
      TOKENS.byToken(facts.keySet()).forEach((token, id) -> both.put(token, facts.get(id)));
      return DerivationPlan.of(program, both, Map.of(), new TreeSet<>(objectors), now);
    }

    SortedMap<MemberId, List<CorpusEntry>> entries() {
      SortedMap<MemberId, List<CorpusEntry>> all = new TreeMap<>();
      corpus.scanEntries((holder, entries) -> all.put(holder, entries));
      return all;
    }

    @Override
    public void close() {
      warehouse.close();
    }
  }

  private static List<MemberRecord> all(SmallNetwork network) {
    return network.records().values().stream().flatMap(List::stream).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void threadsBucketsAndOrderOfImportDoNotMatter(long seed) {
    SmallNetwork network = new SmallNetwork(seed, MEMBERS);
    try (Home one = new Home("one", BUCKETS);
        Home two = new Home("two", 5)) {
      one.importAll(all(network), network.facts());
      List<MemberRecord> shuffled = new ArrayList<>(all(network));
      Collections.shuffle(shuffled, new Random(seed));
      two.importAll(shuffled.subList(0, shuffled.size() / 2), network.facts());
      two.importAll(shuffled.subList(shuffled.size() / 3, shuffled.size()), network.facts());
      CorpusSummary first = one.build(network, 1);
      assertThat(two.build(network, 2)).isEqualTo(first);
      assertThat(first.funnel(Purpose.CONTENT_GENERATION).in()).isPositive();
      assertThat(two.entries()).isEqualTo(one.entries());
      assertThat(one.corpus.contentRoot()).isEqualTo(first.contentRoot());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void forgettingAMemberEqualsNeverHavingHadThem(long seed) {
    SmallNetwork network = new SmallNetwork(seed, MEMBERS);
    MemberId leaver = network.anyone();
    try (Home forgot = new Home("forgot", BUCKETS);
        Home never = new Home("never", BUCKETS)) {
      forgot.importAll(all(network), network.facts());
      forgot.build(network.facts());

      Map<MemberId, MemberFacts> others = new TreeMap<>(network.facts());
      others.remove(leaver);
      forgot.records.erase(Set.of(leaver));
      CorpusSummary after = forgot.build(others);

      never.importAll(
          all(network).stream().filter(r -> !r.holder().equals(leaver)).toList(), others);
      assertThat(after).isEqualTo(never.build(others));
      assertThat(forgot.entries()).isEqualTo(never.entries());
      for (MemberId holder : forgot.records.holders()) {
        assertThat(forgot.records.of(holder)).isEqualTo(never.records.of(holder));
        assertThat(forgot.records.of(holder).toString() + fields(forgot.records.of(holder)))
            .doesNotContain(leaver.value());
      }
    }
  }

  private static String fields(List<MemberRecord> records) {
    return records.stream()
        .map(r -> r.fields().toString().replaceFirst(".*says ", ""))
        .toList()
        .toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void buildsAlongFiftyChangesComeToWhatABuildFromNothingComesTo(long seed) {
    SmallNetwork network = new SmallNetwork(seed, MEMBERS);
    try (Home home = new Home("incremental", BUCKETS);
        Home fresh = new Home("fresh", 5)) {
      home.importAll(all(network), network.facts());
      home.build(network, 2);
      for (int round = 0; round < ROUNDS; round++) {
        Set<MemberId> changed = new TreeSet<>();
        for (int change = 0; change < 50 / ROUNDS; change++) {
          network.change().ifPresent(changed::add);
        }
        home.importAll(
            changed.stream().flatMap(m -> network.recordsOf(m).stream()).toList(), network.facts());
        home.build(network, 1);
      }
      fresh.importAll(all(network), network.facts());
      CorpusSummary expected = fresh.build(network, 2);
      assertThat(CorpusSummary.of(home.corpus)).isEqualTo(expected);
      assertThat(home.entries()).isEqualTo(fresh.entries());
      assertThat(home.build(network, new LocalEngine(1), Texts.TAKEN_OVER).made()).isZero();
      assertThat(home.build(network, new LocalEngine(1), Texts.ALL_ANEW).summary())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsSentToOtherProcessesMakesTheSameCorpus(long seed) {
    SmallNetwork network = new SmallNetwork(seed, MEMBERS);
    try (Home home = new Home("here", BUCKETS);
        Home sent = new Home("sent", BUCKETS)) {
      home.importAll(all(network), network.facts());
      sent.importAll(all(network), network.facts());
      assertThat(sent.build(network, CorpusBuildTest::inOtherProcesses, Texts.TAKEN_OVER))
          .isEqualTo(home.build(network, new LocalEngine(1), Texts.TAKEN_OVER));
      assertThat(sent.entries()).isEqualTo(home.entries());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onlyTextsOfHoldersWhoseRecordsHaveChangedAreMadeAgain(long seed) {
    SmallNetwork network = new SmallNetwork(seed, MEMBERS);
    try (Home home = new Home("home", BUCKETS)) {
      home.importAll(all(network), network.facts());
      home.build(network, 1);
      MemberId writer = network.anyone();
      network.post(writer);
      home.importAll(network.recordsOf(writer), network.facts());
      CorpusBuild.Built built = home.build(network, new LocalEngine(1), Texts.TAKEN_OVER);
      assertThat(built.made()).isEqualTo(home.corpus.of(writer).size());
      assertThat(home.build(network, new LocalEngine(1), Texts.TAKEN_OVER).made()).isZero();
    }
  }

  /// Everything goes through bytes, there and back.
  private static void inOtherProcesses(
      List<BucketTask> tasks, BuildEngine.Stages stages, BuildEngine.Taking each) {
    byte[] plan = stages.elsewhere().toBytes();
    for (BucketTask task : tasks) {
      each.take(copy(BucketWork.run(copy(task), DerivationPlan.of(plan).stage())));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothingThatIsNeverInScopeIsInTheCorpus() {
    SmallNetwork network = new SmallNetwork(7, MEMBERS);
    try (Home home = new Home("home", BUCKETS)) {
      home.importAll(all(network), network.facts());
      CorpusSummary built = home.build(network, 2);
      List<CorpusRow> rows = new ArrayList<>();
      home.corpus.scan((holder, each) -> rows.addAll(each));
      assertThat(rows).extracting(CorpusRow::category).doesNotContain(Category.PRIVATE_MESSAGE);
      assertThat(rows)
          .noneMatch(row -> row.text().contains("secret") || row.text().contains("Dora Dunn"));
      Funnel funnel = built.funnel(Purpose.CONTENT_GENERATION);
      assertThat(funnel.reasons()).containsKeys("category-never", "no-text", "not-own-words");
      assertThat(funnel.out())
          .isEqualTo(funnel.reasons().values().stream().mapToLong(Long::longValue).sum());
    }
  }

  @Test
  void tablesOfUnlikeBucketsAreRefused() {
    try (Home home = new Home("home", BUCKETS);
        Home other = new Home("other", 5)) {
      assertThatThrownBy(() -> new CorpusBuild(home.records, other.corpus, new LocalEngine(1)))
          .hasMessage("records have 3 buckets and the corpus 5; make both with the same number");
      assertThatThrownBy(() -> new LocalEngine(0)).hasMessage("threads must be at least 1, got 0");
    }
  }
}
