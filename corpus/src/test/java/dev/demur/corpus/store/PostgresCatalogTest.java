package dev.demur.corpus.store;

import static dev.demur.corpus.store.Samples.ANNA;
import static dev.demur.corpus.store.Samples.BELA;
import static dev.demur.corpus.store.Samples.post;
import static dev.demur.corpus.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberRecord;
import dev.demur.testsupport.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCatalogTest {
  @TempDir private Path folder;

  private static String url() {
    TestPostgres.Access access = TestPostgres.newDatabase();
    return "%s?user=%s&password=%s".formatted(access.jdbcUrl(), access.user(), access.password());
  }

  @Test
  void theCatalogMayBePostgreSql() {
    String url = url();
    MemberRecord second = stored(post(BELA, 2, "second")).record();
    try (Warehouse warehouse = Warehouse.open(url, folder)) {
      RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, Homes.BUCKETS);
      table.put(List.of(stored(post(ANNA, 1, "first")), stored(post(BELA, 2, "second"))));
      table.erase(Set.of(ANNA));
    }
    try (Warehouse again = Warehouse.open(url, folder)) {
      RecordTable table = RecordTable.open(again, Homes.TOKENS, Homes.BUCKETS);
      assertThat(table.holders()).containsExactly(BELA);
      assertThat(table.of(BELA)).containsExactly(second);
    }
  }
}
