package dev.demur.home;

import dev.demur.assist.career.Matching;
import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.MiniLm;
import dev.demur.assist.embed.TextVectors;
import dev.demur.assist.embed.Vectors;
import dev.demur.assist.match.HybridIndex;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.learn.adapter.Assignment;
import dev.demur.learn.adapter.SliceId;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Members by what their permitted rows say, nearest first.
///
/// Only vectors lie on disk, a file per slice; all else is made from the corpus when this is
/// opened. Who is leaving is not in it. Thread-safe.
final class MemberSearch {
  private final Map<MemberId, List<CorpusRow>> rows;
  private final HybridIndex index;
  private final List<MemberId> members;
  private final Instant opened;

  private MemberSearch(
      Map<MemberId, List<CorpusRow>> rows,
      List<MemberId> members,
      HybridIndex index,
      Instant opened) {
    this.rows = rows;
    this.members = members;
    this.index = index;
    this.opened = opened;
  }

  /// Holds the one model of the process, once it is asked for.
  private static final class Model {
    private static final Embedder MINI_LM = new MiniLm();
  }

  static Embedder embedder() {
    return Model.MINI_LM;
  }

  /// What a member may be found by; empty where the rows say nothing of the kind.
  static Optional<String> textOf(MemberId member, List<CorpusRow> rows) {
    List<CorpusRow> used = rows.stream().filter(r -> r.purpose() == Purpose.OTHER_ML).toList();
    String text = Matching.findableText(MemberProfile.ofRows(member, used, Instant.EPOCH));
    return Optional.of(text).filter(found -> !found.isEmpty());
  }

  /// Empty before the first training.
  static Optional<MemberSearch> open(Home home) {
    Optional<TrainedState> trained = Snapshots.trained(home);
    try {
      return trained.isEmpty() ? Optional.empty() : open(home, trained.get());
    } catch (IOException e) {
      throw new UncheckedIOException("the search vectors cannot be read; run `demur train`", e);
    }
  }

  private static Optional<MemberSearch> open(Home home, TrainedState trained) throws IOException {
    Set<MemberId> leaving = Forgetting.leaving(home);
    Assignment assignment =
        new Assignment(home.assignmentKey(), trained.shards(), trained.slices());
    Map<SliceId, TextVectors> stored = new HashMap<>();
    Artefacts artefacts = new Artefacts(home.layout());
    for (SliceId slice : assignment.all()) {
      if (!Files.exists(artefacts.vectors(slice))) {
        return Optional.empty();
      }
      stored.put(slice, TextVectors.read(artefacts.vectors(slice)));
    }
    Map<MemberId, List<CorpusRow>> rows = new HashMap<>();
    List<MemberId> members = new ArrayList<>();
    List<HybridIndex.Entry> entries = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    home.corpus()
        .scan((member, own) -> {
          Optional<String> text = textOf(member, own);
          TextVectors slice = stored.get(assignment.sliceOf(member));
          if (text.isPresent()
              && !leaving.contains(member)
              && slice != null
              && slice.has(text.get())) {
            rows.put(member, own.stream().filter(r -> r.purpose() == Purpose.OTHER_ML).toList());
            members.add(member);
            entries.add(new HybridIndex.Entry(member.value(), text.get()));
            vectors.add(slice.of(List.of(text.get())).vector(0));
          }
        });
    Vectors all = Vectors.of(embedder().dimensions(), vectors);
    return Optional.of(
        new MemberSearch(
            rows, members, new HybridIndex(entries, all, embedder()), home.clock().instant()));
  }

  /// A member who was found.
  ///
  /// @param nearness by meaning and words, at most 1.15
  record Nearest(MemberProfile profile, double nearness) {}

  /// The nearest members all of whose rows may be used now.
  List<Nearest> search(String text, int limit, Findable findable) {
    return index.search(text, limit, i -> mayBeFound(members.get(i), findable)).parallelStream()
        .map(found -> nearest(new MemberId(found.id()), found.score()))
        .toList();
  }

  private boolean mayBeFound(MemberId member, Findable findable) {
    List<CorpusRow> own = rowsOf(member);
    return findable.permitted(member, own).size() == own.size();
  }

  private Nearest nearest(MemberId member, double nearness) {
    return new Nearest(MemberProfile.ofRows(member, rowsOf(member), opened), nearness);
  }

  private List<CorpusRow> rowsOf(MemberId member) {
    return rows.getOrDefault(member, List.of());
  }
}
