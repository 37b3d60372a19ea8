package dev.demur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.model.MemberId;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgSmokeTest {
  @TempDir Path folder;

  @Test
  void works() {
    try (var d = TestDatabases.postgres(folder);
        var l = Ledger.open(d, LedgerKeys.create("x"), InstantSource.system())) {
      for (int i = 0; i < 600; i++)
        l.append(new MemberId("m" + i % 7), new Event.ToggleChanged(i % 2 == 0));
      assertThat(l.members()).hasSize(7);
      l.erase(new MemberId("m3"));
      assertThat(l.verify().problems()).isEmpty();
      System.err.println(l.verify());
    }
  }
}
