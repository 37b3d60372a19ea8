package dev.demur.archive.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.Golden;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Archives of Mastodon.
final class MastodonTest {
  @Test
  void anArchiveGivesTheseRecords() throws IOException {
    var result =
        new ArchiveReader().read(Golden.resource(MastodonTest.class, "new"), Optional.empty());
    Golden.assertMatches(MastodonTest.class, "new.golden.txt", result);
    assertThat(result.records().toString()).doesNotContain("do-not-keep");
    assertThat(result.records().stream().map(r -> r.fields().toString()).toList().toString())
        .doesNotContain("Private words", "Words of another", "do-not-keep");
  }
}
