package dev.demur.home;

import dev.demur.assist.embed.TextVectors;
import dev.demur.corpus.dedup.NearDuplicates;
import dev.demur.learn.adapter.AdapterSettings;
import dev.demur.learn.adapter.AdapterTraining;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.learn.file.AtomicFile;
import dev.demur.learn.file.Sha256;
import dev.demur.model.MemberId;
import dev.demur.trace.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/*
 * A removal changes one shard or a few. To learn of any other that nothing in it has changed, by looking for near-duplicates
 * among all its texts and at each row of each checkpoint, costs more than to hash what its members' rows come to, which the
 * content root takes anyway. So a shard that has been made is sealed: with a digest over its members' rows and all rules, and
 * the digest of each file. A seal is a function of the shard's members and public constants. It is believed only when the
 * files still have these digests; it goes before anything in its shard changes, and comes when all is made.
 */

/// The seals of shards. Format: `docs/reference/home.md`.
final class Seals {
  /// Changes whenever the home would take other rows of a member, or make other files of them.
  private static final String FORMAT = "demur-seal/1";

  private static final List<String> RULES =
      List.of(
          FORMAT,
          AdapterTraining.VERSION,
          NearDuplicates.VERSION,
          Segment.VERSION,
          TextVectors.VERSION,
          AdapterSettings.standard().toString());

  private final HomeLayout layout;
  private final Artefacts artefacts;
  private final Assignment assignment;
  private final String base;

  /// @param base digest of the base model
  Seals(HomeLayout layout, Assignment assignment, String base) {
    this.layout = layout;
    this.artefacts = new Artefacts(layout);
    this.assignment = assignment;
    this.base = base;
  }

  /// What a shard was made from, and what came of it.
  ///
  /// @param inputs digest of its members' rows and all rules
  /// @param files digest of each, by its path in the home
  record Seal(String inputs, SortedMap<String, String> files) {
    Seal {
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
  }

  /// The shards that were made from just these rows, and whose files are what they were then.
  ///
  /// @param leaves what each member's rows come to
  Set<Integer> intact(SortedMap<MemberId, String> leaves) throws IOException {
    SortedMap<Integer, String> inputs = inputs(leaves);
    Set<Integer> intact = new TreeSet<>();
    for (int shard = 0; shard < assignment.shards(); shard++) {
      String wanted = inputs.getOrDefault(shard, "");
      var seal = file(shard).read().filter(found -> found.inputs().equals(wanted));
      if (seal.isPresent() && seal.get().files().equals(digests(shard))) {
        intact.add(shard);
      }
    }
    return intact;
  }

  /// Breaks all seals but these, and deletes what else is in the folder.
  void breakAllBut(Set<Integer> shards) throws IOException {
    if (!Files.isDirectory(layout.seals())) {
      return;
    }
    Set<Path> kept = shards.stream().map(this::path).collect(Collectors.toSet());
    List<Path> broken;
    try (Stream<Path> files = Files.list(layout.seals())) {
      broken = files.filter(file -> !kept.contains(file)).sorted().toList();
    }
    AtomicFile.deleteAll(broken);
  }

  /// Seals shards that have just been made.
  void seal(Collection<Integer> shards, SortedMap<MemberId, String> leaves) throws IOException {
    SortedMap<Integer, String> inputs = inputs(leaves);
    for (int shard : shards) {
      file(shard).write(new Seal(inputs.getOrDefault(shard, ""), digests(shard)));
    }
  }

  /// By shard, over what the rows of its members come to, in the order of these digests.
  private SortedMap<Integer, String> inputs(SortedMap<MemberId, String> leaves) {
    SortedMap<Integer, List<String>> lines = new TreeMap<>();
    IntStream.range(0, assignment.shards()).forEach(s -> lines.put(s, new ArrayList<>()));
    leaves.forEach((member, leaf) -> {
      SliceId slice = assignment.sliceOf(member);
      lines.getOrDefault(slice.shard(), new ArrayList<>()).add(leaf + " " + slice);
    });
    SortedMap<Integer, String> inputs = new TreeMap<>();
    lines.forEach((shard, ofShard) -> {
      Collections.sort(ofShard);
      List<String> all = new ArrayList<>(RULES);
      all.add(base);
      all.add(assignment.shards() + " x " + assignment.slices());
      all.addAll(ofShard);
      inputs.put(shard, Sha256.of(String.join("\n", all)));
    });
    return inputs;
  }

  /// Of every file of a shard, as it is on disk.
  private SortedMap<String, String> digests(int shard) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (int number = 0; number < assignment.slices(); number++) {
      for (Path file : artefacts.ofSlice(new SliceId(shard, number))) {
        String name = layout.root().relativize(file).toString();
        digests.put(name, Files.exists(file) ? Sha256.of(file) : "");
      }
    }
    return digests;
  }

  private Path path(int shard) {
    return layout.seals().resolve("s" + shard + ".json");
  }

  private JsonFile<Seal> file(int shard) {
    return new JsonFile<>(path(shard), Seal.class);
  }
}
