package dev.demur.bench.decide;

import com.cedarpolicy.model.AuthorizationRequest;
import dev.demur.model.MemberFacts;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Use;
import dev.demur.program.MemberTable;
import dev.demur.program.Occasion;
import dev.demur.program.Program;
import io.sapl.api.pdp.AuthorizationSubscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What JMH calls: the same questions, put to Demur, Cedar and SAPL.
///
/// A question is whether one record by one member may be used. Demur has the members in one array
/// and the records in others, as a build has them; the peers have their questions made up
/// beforehand. For comparison with them Demur also decides the peers' very cases.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecideHarness {
  static final int RECORDS = 1 << 16;
  static final int MEMBERS = 1 << 14;
  static final int PEER_CASES = 1 << 10;
  private static final long SEED = 20_251_103;
  private static final Instant AT = Instant.parse("2025-12-01T00:00:00Z");

  /// Members and records in arrays.
  @State(Scope.Benchmark)
  public static class Arrays {
    MemberTable members = MemberTable.of(List.of());
    List<Occasion> occasions = List.of();
    int[] category = {};
    int[] author = {};
    long[] createdAt = {};
    long[] deletedAt = {};

    /// Fills the arrays from a seed.
    @Setup
    public void fill() {
      var mix = new DecisionMix(SEED);
      Program program = Program.shipped("linkedin-2025").orElseThrow();
      occasions =
          List.of(
              program.on(new Use(Purpose.CONTENT_GENERATION, Recipient.CONTROLLER), AT),
              program.on(new Use(Purpose.CONTENT_GENERATION, Recipient.VENDOR), AT),
              program.on(new Use(Purpose.CONTENT_GENERATION, Recipient.AFFILIATE), AT),
              program.on(new Use(Purpose.OTHER_ML, Recipient.CONTROLLER), AT));
      List<MemberFacts> facts = new ArrayList<>();
      for (int i = 0; i < MEMBERS; i++) {
        facts.add(mix.member());
      }
      members = MemberTable.of(facts);
      category = new int[RECORDS];
      author = new int[RECORDS];
      createdAt = new long[RECORDS];
      deletedAt = new long[RECORDS];
      for (int i = 0; i < RECORDS; i++) {
        category[i] = MemberTable.category(mix.category());
        author[i] = mix.oneIn(50) ? -1 : mix.nextInt(MEMBERS);
        createdAt[i] =
            MemberTable.ticks(mix.oneIn(12) ? Optional.empty() : Optional.of(mix.instant()));
        deletedAt[i] =
            MemberTable.ticksOrNever(mix.oneIn(40) ? Optional.of(mix.instant()) : Optional.empty());
      }
    }
  }

  /// The peers' questions, and the same cases for Demur.
  @State(Scope.Benchmark)
  public static class Questions {
    Program program = Program.shipped("linkedin-2025").orElseThrow();
    List<DecisionMix.Case> cases = List.of();
    CedarLaw cedar = new CedarLaw(program.definition());
    List<AuthorizationRequest> cedarQuestions = List.of();
    SaplLaw sapl = new SaplLaw(program.definition());
    List<AuthorizationSubscription> saplQuestions = List.of();
    private int next;

    /// Makes up every question, and sees that all three give the same answers.
    @Setup
    public void ask() {
      var mix = new DecisionMix(SEED + 1);
      List<DecisionMix.Case> some = new ArrayList<>();
      while (some.size() < PEER_CASES) {
        DecisionMix.Case given = mix.nextCase();
        if (given.record().about().isEmpty()) {
          some.add(given);
        }
      }
      cases = List.copyOf(some);
      cedarQuestions =
          cases.stream()
              .map(c -> Peer.questions(cedar, program.definition(), c).getFirst())
              .toList();
      saplQuestions =
          cases.stream()
              .map(c -> Peer.questions(sapl, program.definition(), c).getFirst())
              .toList();
      for (int i = 0; i < PEER_CASES; i++) {
        boolean permits = permits(cases.get(i));
        if (cedar.permits(cedarQuestions.get(i)) != permits
            || sapl.permits(saplQuestions.get(i)) != permits) {
          throw new IllegalStateException("the three disagree on case " + i);
        }
      }
    }

    boolean permits(DecisionMix.Case given) {
      return program.decide(given.use(), given.record(), given::factsOf, given.at())
          instanceof dev.demur.model.Decision.Permit;
    }

    int turn() {
      next = (next + 1) & (PEER_CASES - 1);
      return next;
    }
  }

  /// All records for four uses.
  @Benchmark
  @OperationsPerInvocation(4 * RECORDS)
  public long demur(Arrays arrays) {
    long sum = 0;
    for (Occasion occasion : arrays.occasions) {
      for (int i = 0; i < RECORDS; i++) {
        sum +=
            occasion.decide(
                arrays.category[i],
                arrays.createdAt[i],
                arrays.deletedAt[i],
                arrays.members,
                arrays.author[i]);
      }
    }
    return sum;
  }

  /// One of the peers' cases, through the interface for single decisions.
  @Benchmark
  public boolean demurOneByOne(Questions questions) {
    return questions.permits(questions.cases.get(questions.turn()));
  }

  /// One case, by Cedar.
  @Benchmark
  public boolean cedar(Questions questions) {
    return questions.cedar.permits(questions.cedarQuestions.get(questions.turn()));
  }

  /// One case, by SAPL.
  @Benchmark
  public boolean sapl(Questions questions) {
    return questions.sapl.permits(questions.saplQuestions.get(questions.turn()));
  }
}
