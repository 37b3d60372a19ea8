package dev.demur.home;

import dev.demur.ledger.LedgerView;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.ProgramDiff;
import dev.demur.program.ProgramDiff.Interval;
import dev.demur.program.RecordFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Counts whom a change of program would touch, among the members and records of a home.
public final class Comparing {
  private final List<Use> uses = ProgramDiff.uses();
  private final Program before;
  private final Program after;
  private final LedgerView view;
  private final MemberFactSource knownBefore;
  private final MemberFactSource knownAfter;

  private Comparing(Home home, Program before, Program after) {
    this.before = before;
    this.after = after;
    view = home.ledger().view();
    // A notice counts for the program it was sent for, so each program sees its own.
    knownBefore = facts(home, before);
    knownAfter = facts(home, after);
  }

  private MemberFactSource facts(Home home, Program program) {
    return Membership.at(ProgramView.of(view, program), new TreeSet<>()).byToken(home.tokens());
  }

  /// How many members and records are answered differently for some use.
  ///
  /// @param permits how many of the records gain or lose a permit
  public record Touched(String interval, long members, long records, long permits) {
    public Touched {
      if (members > records || permits > records) {
        throw new IllegalArgumentException("more members or permits than records");
      }
    }
  }

  /// One line for each time between the instants that either program names, and one for all of
  /// them.
  ///
  /// The facts are those of now, so that times to come are foreseen as far as they can be.
  public static List<Touched> touched(Home home, Program before, Program after) {
    var comparing = new Comparing(home, before, after);
    List<Interval> intervals = ProgramDiff.intervals(before, after);
    List<Count> counts = new ArrayList<>();
    intervals.forEach(interval -> counts.add(new Count(interval.words())));
    var whole = new Count("at any time");
    home.records()
        .scan((holder, records) -> {
          for (MemberRecord record : records) {
            var sum = Difference.NONE;
            for (int i = 0; i < intervals.size(); i++) {
              Difference difference = comparing.difference(record, intervals.get(i));
              counts.get(i).add(holder, difference);
              sum = difference.compareTo(sum) > 0 ? difference : sum;
            }
            whole.add(holder, sum);
          }
        });
    counts.add(whole);
    return counts.stream().map(Count::touched).toList();
  }

  /// How much two answers differ.
  private enum Difference {
    NONE,
    REASON,
    PERMIT
  }

  private Difference difference(MemberRecord record, Interval interval) {
    RecordFacts facts = Explaining.factsOf(record, view);
    var most = Difference.NONE;
    for (Use use : uses) {
      String from = ProgramDiff.outcome(before, use, facts, knownBefore, interval.at());
      String to = ProgramDiff.outcome(after, use, facts, knownAfter, interval.at());
      if (!from.equals(to)) {
        boolean permit = from.equals(ProgramDiff.PERMIT) || to.equals(ProgramDiff.PERMIT);
        most = permit ? Difference.PERMIT : most == Difference.NONE ? Difference.REASON : most;
      }
    }
    return most;
  }

  /// A line while it is counted.
  private static final class Count {
    private final String interval;
    private final Set<MemberId> members = new TreeSet<>();
    private long records;
    private long permits;

    Count(String interval) {
      this.interval = interval;
    }

    void add(MemberId holder, Difference difference) {
      if (difference != Difference.NONE) {
        members.add(holder);
        records++;
        permits += difference == Difference.PERMIT ? 1 : 0;
      }
    }

    Touched touched() {
      return new Touched(interval, members.size(), records, permits);
    }
  }
}
