package dev.demur.corpus.build;

import dev.demur.corpus.derive.Derivation;
import dev.demur.corpus.store.BucketTask;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.RecordId;
import dev.demur.model.Review;
import dev.demur.program.Program;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// All that a derivation is made of, as plain values, so that another process can make the same.
///
/// It holds what is known of every member, and lives no longer than the build.
///
/// @param program the text of the program file
/// @param facts by member id and by token
/// @param deleted when members deleted records
/// @param reviews what was decided about records that were reviewed
public record DerivationPlan(
    String programName,
    String program,
    SortedMap<String, MemberFacts> facts,
    SortedMap<String, Instant> deleted,
    SortedMap<String, Review> reviews,
    SortedSet<String> objectorNames,
    Instant at,
    CorpusBuild.Texts texts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public DerivationPlan {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    deleted = Collections.unmodifiableSortedMap(new TreeMap<>(deleted));
    reviews = Collections.unmodifiableSortedMap(new TreeMap<>(reviews));
    objectorNames = Collections.unmodifiableSortedSet(new TreeSet<>(objectorNames));
  }

  /// A plan that takes over texts that stand already.
  ///
  /// @param facts by member id and by token, see [dev.demur.corpus.store.PersonTokens]
  public static DerivationPlan of(
      Program program,
      Map<MemberId, MemberFacts> facts,
      Map<RecordId, Instant> deleted,
      SortedSet<String> objectorNames,
      Instant at) {
    return new DerivationPlan(
        program.name(),
        program.source(),
        new TreeMap<>(
            facts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue))),
        new TreeMap<>(
            deleted.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue))),
        new TreeMap<>(),
        objectorNames,
        at,
        CorpusBuild.Texts.TAKEN_OVER);
  }

  DerivationPlan with(CorpusBuild.Texts wanted) {
    return new DerivationPlan(
        programName, program, facts, deleted, reviews, objectorNames, at, wanted);
  }

  /// The same, heeding reviews, see [Derivation#heeding].
  public DerivationPlan heeding(Map<RecordId, Review> decided) {
    SortedMap<String, Review> byId = new TreeMap<>();
    decided.forEach((record, review) -> byId.put(record.value(), review));
    return new DerivationPlan(programName, program, facts, deleted, byId, objectorNames, at, texts);
  }

  /// As JSON, to be sent.
  public byte[] toBytes() {
    return JSON.writeValueAsBytes(this);
  }

  /// From what [#toBytes] gave.
  public static DerivationPlan of(byte[] bytes) {
    return JSON.readValue(bytes, DerivationPlan.class);
  }

  /// The stages that this plan describes. Thread-safe.
  public BucketTask.Stage stage() {
    Derivation derivation =
        new Derivation(
                Program.parse(programName + ".yaml", program),
                person -> Optional.ofNullable(facts.get(person.value())),
                record -> Optional.ofNullable(deleted.get(record.value())),
                objectorNames,
                at,
                Optional.empty())
            .heeding(record -> Optional.ofNullable(reviews.get(record.value())));
    return CorpusBuild.stage(derivation, texts);
  }
}
