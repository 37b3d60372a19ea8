package dev.demur.home;

import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A snapshot that is stored or that models were trained from, and what it holds of one member.
///
/// One snapshot is stored at a time; models may still be of the one before. So there are two at
/// most, and both are asked through tables and files that are sorted by member: no list of who was
/// where is kept.
///
/// @param snapshot its id
/// @param built what it was built from; empty when it is stored no more
/// @param trained whether the models were trained from it
/// @param records of the member that it holds for models that write; empty when it is stored no
///   more, or nobody was asked about
/// @param slices parts of the model that the member's text was trained in; empty when none was
public record Holding(
    String snapshot,
    Optional<Snapshot> built,
    boolean trained,
    Optional<Long> records,
    Optional<String> slices) {

  /// Every snapshot there is, the stored one first.
  ///
  /// @param member about whom is asked, if anybody
  public static List<Holding> all(Home home, Optional<MemberId> member) {
    Optional<Snapshot> stored = Snapshots.latest(home);
    Optional<String> trained = Snapshots.trained(home).map(TrainedState::snapshot);
    Optional<String> slices = member.flatMap(each -> Snapshots.whereIs(home, each));
    List<Holding> all = new ArrayList<>();
    stored.ifPresent(snapshot -> {
      boolean isTrained = trained.filter(snapshot.id()::equals).isPresent();
      all.add(
          new Holding(
              snapshot.id(),
              stored,
              isTrained,
              member.map(each -> records(home, each)),
              isTrained ? slices : Optional.empty()));
    });
    trained
        .filter(id -> all.stream().noneMatch(each -> each.snapshot().equals(id)))
        .ifPresent(
            id -> all.add(new Holding(id, Optional.empty(), true, Optional.empty(), slices)));
    return all;
  }

  private static long records(Home home, MemberId member) {
    return home.corpus().of(member).stream()
        .filter(row -> row.purpose() == Purpose.CONTENT_GENERATION)
        .count();
  }
}
