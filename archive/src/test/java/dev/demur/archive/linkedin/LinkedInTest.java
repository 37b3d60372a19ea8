package dev.demur.archive.linkedin;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.Golden;
import dev.demur.archive.ImportResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkedInTest {
  @Test
  void aCompleteExportOf2026BecomesTheseRecords() throws IOException {
    Golden.assertMatches(LinkedInTest.class, "new.golden.txt", read("new"));
  }

  @Test
  void anExportOf2016BecomesTheseRecords() throws IOException {
    Golden.assertMatches(LinkedInTest.class, "old.golden.txt", read("old"));
  }

  private static ImportResult read(String folder) {
    Path archive = Golden.resource(LinkedInTest.class, folder);
    return new ArchiveReader().read(archive, Optional.empty());
  }
}
