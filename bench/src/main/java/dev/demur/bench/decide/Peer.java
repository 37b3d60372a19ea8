package dev.demur.bench.decide;

import dev.demur.model.MemberId;
import dev.demur.model.Use;
import dev.demur.program.ProgramDefinition;
import dev.demur.program.RecordFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A policy engine that is asked the same as Demur: of the author, of those whom the record is
/// about and of those it mentions, one question each.
///
/// @param <Q> a question in the engine's own terms, made before the clock runs
interface Peer<Q> {
  Q question(PeerFacts facts, boolean asAuthor);

  boolean permits(Q question);

  /// The questions about one case: the author's first.
  static <Q> List<Q> questions(Peer<Q> peer, ProgramDefinition program, DecisionMix.Case given) {
    Use use = given.use();
    RecordFacts record = given.record();
    Instant at = given.at();
    List<Q> questions = new java.util.ArrayList<>();
    questions.add(
        peer.question(
            PeerFacts.of(program, use, record, record.author().flatMap(given::factsOf), at), true));
    for (List<MemberId> people : List.of(record.about(), record.mentions())) {
      for (MemberId person : people) {
        Optional<dev.demur.model.MemberFacts> facts = given.factsOf(person);
        questions.add(peer.question(PeerFacts.of(program, use, record, facts, at), false));
      }
    }
    return questions;
  }
}
