package dev.demur.home;

import java.time.Instant;
import java.util.Optional;

/// How far the removal that was begun has come: counts only, nobody's name.
///
/// @param members how many are leaving
/// @param requestedAt when the first of them was asked for
/// @param step what is being done; empty while no job works on it
/// @param done how many of `total`
/// @param total 0 when unknown
/// @param at when the job last told; empty while no job works on it
public record RemovalState(
    int members,
    Instant requestedAt,
    Optional<Step> step,
    long done,
    long total,
    Optional<Instant> at) {

  /// What a removal does, in this order.
  public enum Step {
    OUT_OF_USE("shards of those who leave are taken out of what is served"),
    ROWS("rows are deleted, and rows that named them derived anew"),
    TRAINING("slices are trained again"),
    INDEXING("indexes are made again"),
    ERASING("keys are destroyed, bytes purged, the certificate written");

    private final String words;

    Step(String words) {
      this.words = words;
    }

    /// In words.
    public String words() {
      return words;
    }
  }

  /// The removal of a home that has not been finished; empty when there is none.
  ///
  /// A job that was killed leaves the step at which it was: `at` tells how long ago that is.
  public static Optional<RemovalState> of(Home home) {
    return RemovalWatch.plan(home).read().map(plan -> of(plan, RemovalWatch.file(home).read()));
  }

  private static RemovalState of(RemovalPlan plan, Optional<RemovalWatch.Told> told) {
    return new RemovalState(
        plan.erase().size(),
        plan.requestedAt(),
        told.map(RemovalWatch.Told::step),
        told.map(RemovalWatch.Told::done).orElse(0L),
        told.map(RemovalWatch.Told::total).orElse(0L),
        told.map(RemovalWatch.Told::at));
  }

  /// The share of the whole removal that is done, in steps of equal weight but for the training,
  /// which takes nearly all of the time.
  ///
  /// @return 0 to 100
  public int percent() {
    return step.map(
            s -> {
              double within = total == 0 ? 0 : Math.min(1, (double) done / total);
              return switch (s) {
                case OUT_OF_USE -> 0;
                case ROWS -> 5;
                case TRAINING -> 10 + Math.toIntExact(Math.round(80 * within));
                case INDEXING -> 90 + Math.toIntExact(Math.round(5 * within));
                case ERASING -> 95;
              };
            })
        .orElse(0);
  }
}
