package dev.demur.archive.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demur.archive.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Categories of files against the inventory of real archives that lies beside the repository.
final class CategoriesTest {
  /// Reactions and searches count as usage there; here they have leaves of their own.
  private static final Set<String> SAME = Set.of("usage=content", "content=usage");

  @Test
  void everyFileOfTheInventoryHasItsCategory() throws IOException {
    Optional<Path> inventory =
        Shared.archives().map(a -> a.resolve("meta_inventory.tsv")).filter(Files::exists);
    assumeTrue(
        inventory.isPresent(), "no shared/archives/meta_inventory.tsv beside this repository");
    List<String> rows = Files.readAllLines(inventory.orElseThrow());
    assertThat(rows).hasSizeGreaterThan(500);
    assertThat(rows.stream().skip(1).map(l -> l.split("\t", -1)).flatMap(CategoriesTest::wrong))
        .isEmpty();
  }

  private static Stream<String> wrong(String[] row) {
    String path = row[2].replace("_N.json", "_1.json").replace("/N.json", "/1.json");
    String family = Categories.of(Place.of(path)).family();
    String wanted = row[3].replace('_', '-');
    boolean reaction = path.contains("reactions") || path.contains("likes/");
    boolean same = family.equals(wanted) || (reaction && SAME.contains(wanted + "=" + family));
    return same ? Stream.empty() : Stream.of(path + " is " + family + ", not " + wanted);
  }
}
