package dev.demur.program;

import dev.demur.program.Invariant.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Tries every case there is against invariants.
///
/// The cases are those of [ProofDomain]; every one of them is decided by the compiled law itself.
/// First a record by an author and about nobody, for every member there can be; then the ways in
/// which a record, its author or its subjects can be gone.
public final class Prover {
  private final ProofDomain domain;
  private final List<Invariant> invariants;

  private Prover(Program program, List<Invariant> invariants) {
    this.invariants = invariants;
    List<Cases> cases = invariants.stream().flatMap(i -> i.deny().stream()).toList();
    this.domain = ProofDomain.of(program, cases);
  }

  /// Proves a program against those of the invariants that are about it.
  ///
  /// @param threads how many work at once, at least 1; the proof does not depend on it
  public static Proof prove(Program program, List<Invariant> invariants, int threads) {
    List<Invariant> relevant = invariants.stream().filter(i -> i.isAbout(program.name())).toList();
    long decisions = 0;
    long standsFor = 0;
    List<Proof.Finding> findings = new ArrayList<>();
    for (List<Invariant> some : inParts(relevant)) {
      var prover = new Prover(program, some);
      ProofTally tally = prover.tryAll(threads);
      decisions += tally.decisions();
      standsFor += tally.standsFor();
      findings.addAll(prover.findings(tally));
    }
    return new Proof(program.name(), decisions, standsFor, findings);
  }

  /// Parts with at most as many cases as [CaseMasks] can hold; one even where there is nothing.
  private static List<List<Invariant>> inParts(List<Invariant> invariants) {
    List<List<Invariant>> parts = new ArrayList<>();
    List<Invariant> part = new ArrayList<>();
    int cases = 0;
    for (Invariant invariant : invariants) {
      int more = Math.max(1, invariant.deny().size());
      if (cases + more > CaseMasks.MAX_CASES) {
        parts.add(part);
        part = new ArrayList<>();
        cases = 0;
      }
      part.add(invariant);
      cases += more;
    }
    parts.add(part);
    return parts;
  }

  private ProofTally tryAll(int threads) {
    var total = new ProofTally(invariants.size());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<ProofTally>> parts = new ArrayList<>();
      for (int i = 0; i < domain.instants().size(); i++) {
        for (int h = 0; h < domain.histories().size(); h++) {
          int instant = i;
          int history = h;
          parts.add(
              workers.submit(() -> new Corner(domain, invariants, instant, history).tryAll()));
        }
      }
      for (Future<ProofTally> part : parts) {
        total.add(part.get());
      }
      return total;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proving " + domain.program(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("proving " + domain.program() + " failed", e.getCause());
    }
  }

  private List<Proof.Finding> findings(ProofTally tally) {
    List<Proof.Finding> findings = new ArrayList<>();
    for (int i = 0; i < invariants.size(); i++) {
      findings.add(
          new Proof.Finding(
              invariants.get(i),
              tally.violations(i),
              Optional.ofNullable(tally.smallest(i))
                  .map(point -> CounterExamples.of(domain, point))));
    }
    return findings;
  }
}
