package dev.demur.corpus.store;

import static dev.demur.corpus.store.Samples.ANNA;
import static dev.demur.corpus.store.Samples.BELA;
import static dev.demur.corpus.store.Samples.CARA;
import static dev.demur.corpus.store.Samples.connection;
import static dev.demur.corpus.store.Samples.from;
import static dev.demur.corpus.store.Samples.post;
import static dev.demur.corpus.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTableTest {
  private static final Source POSTS = new Source("platform", "posts", 1);

  @TempDir private Path folder;
  private Warehouse warehouse;
  private RecordTable table;

  @BeforeEach
  void open() {
    warehouse = Homes.warehouse(folder);
    table = RecordTable.open(warehouse, Homes.TOKENS, Homes.BUCKETS);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private Map<MemberId, List<MemberRecord>> everything() {
    Map<MemberId, List<MemberRecord>> all = new TreeMap<>();
    table.scan(all::put);
    return all;
  }

  @Test
  void whatIsPutComesBackAsItWas() {
    MemberRecord record =
        stored(post(ANNA, 1, "Two years of welding, and still learning.")).record();
    table.put(List.of(stored(record)));
    assertThat(table.of(ANNA)).containsExactly(record);
    assertThat(table.of(BELA)).isEmpty();
    assertThat(table.holders()).containsExactly(ANNA);
  }

  @Test
  void puttingTheSameAgainChangesNothing() {
    List<StorableRecord> records =
        List.of(
            stored(post(ANNA, 1, "first")),
            stored(post(ANNA, 2, "second")),
            stored(post(BELA, 3, "third")));
    table.put(records);
    Map<Integer, ?> files = filesOf();
    table.put(records);
    assertThat(filesOf()).isEqualTo(files);
  }

  private Map<Integer, String> filesOf() {
    Map<Integer, String> names = new TreeMap<>();
    try (var view = table.table().view()) {
      view.files().forEach((bucket, file) -> names.put(bucket, file.location()));
    }
    return names;
  }

  @Test
  void twoPartsEqualTheWhole() {
    table.put(List.of(stored(post(ANNA, 2, "second")), stored(post(BELA, 3, "third"))));
    table.put(List.of(stored(post(ANNA, 1, "first")), stored(post(ANNA, 2, "second"))));
    assertThat(everything().get(ANNA))
        .extracting(MemberRecord::id)
        .containsExactly(Samples.id(1), Samples.id(2));
    assertThat(everything().keySet()).containsExactlyInAnyOrder(ANNA, BELA);
  }

  @Test
  void ofAPlatformsOwnTablesTheLaterImportCounts() {
    table.put(List.of(stored(from(post(ANNA, 1, "a long first draft"), POSTS))));
    table.put(List.of(stored(from(post(ANNA, 1, "the final text"), POSTS))));
    assertThat(table.of(ANNA))
        .extracting(r -> r.fields().get("text"))
        .containsExactly("the final text");
  }

  @Test
  void ofTwoArchivesTheFullerVersionStaysWhicheverComesFirst() {
    StorableRecord draft = stored(post(ANNA, 1, "a draft"));
    StorableRecord corrected = stored(post(ANNA, 1, "the corrected text"));
    table.put(List.of(draft));
    table.put(List.of(corrected));
    List<MemberRecord> oneWay = table.of(ANNA);
    table.erase(Set.of(ANNA));
    table.put(List.of(corrected));
    table.put(List.of(draft));
    assertThat(table.of(ANNA)).isEqualTo(oneWay).containsExactly(corrected.record());
  }

  @Test
  void anErasedHolderIsGoneAndOthersStay() {
    table.put(List.of(stored(post(ANNA, 1, "first")), stored(post(BELA, 2, "second"))));
    table.erase(Set.of(ANNA));
    assertThat(everything().keySet()).containsExactly(BELA);
    table.erase(Set.of(BELA));
    assertThat(everything()).isEmpty();
    table.put(List.of(stored(post(CARA, 3, "third"))));
    assertThat(everything().keySet()).containsExactly(CARA);
  }

  @Test
  void holdersAreFoundByThePeopleTheyName() {
    table.put(
        List.of(
            stored(connection(ANNA, 1, CARA, "Cara", "Dunn")),
            stored(post(BELA, 2, "nobody here"))));
    assertThat(table.holdersNaming(Set.of(CARA))).containsExactly(ANNA);
    assertThat(table.holdersNaming(Set.of(ANNA))).isEmpty();
  }

  @Test
  void anotherProcessSeesWhatWasPut() {
    table.put(List.of(stored(post(ANNA, 1, "first"))));
    try (Warehouse second = Homes.warehouse(folder)) {
      RecordTable other = RecordTable.open(second, Homes.TOKENS, Homes.BUCKETS);
      other.put(List.of(stored(post(BELA, 2, "second"))));
    }
    assertThat(everything().keySet()).containsExactlyInAnyOrder(ANNA, BELA);
  }
}
