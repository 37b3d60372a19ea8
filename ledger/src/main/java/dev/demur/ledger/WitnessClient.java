package dev.demur.ledger;

import dev.demur.ledger.log.Checkpoint;
import dev.demur.ledger.log.Hash;
import dev.demur.ledger.log.NoteRefused;
import dev.demur.ledger.log.SignedNote;
import dev.demur.ledger.log.WitnessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Presents the log's newest head to a witness and keeps the cosignature (C2SP tlog-witness,
/// <https://c2sp.org/tlog-witness>). No member data leaves: a head is a size and a hash.
public final class WitnessClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_ANSWER = 100_000;

  private final Ledger ledger;
  private final HttpClient http;

  public WitnessClient(Ledger ledger, HttpClient http) {
    this.ledger = ledger;
    this.http = http;
  }

  /// What came of it.
  ///
  /// @param size of the log that was cosigned
  /// @param at when, by the witness's clock
  public record Cosigned(long size, Instant at) {}

  /// Has the newest head cosigned; asks a second time when the witness has seen another size than
  /// this ledger remembers.
  ///
  /// @param prefix the witness's submission prefix
  /// @return empty when there is nothing to cosign yet
  /// @throws LedgerException with what the witness refused
  public Optional<Cosigned> present(URI prefix, WitnessKey witness) {
    Optional<String> head = ledger.checkpoint();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    String note = head.get();
    long size = sizeOf(note);
    HttpResponse<String> answer = ask(prefix, note, ledger.cosignedSize(witness), size);
    if (answer.statusCode() == 409) {
      answer = ask(prefix, note, seen(witness, answer.body(), size), size);
    }
    if (answer.statusCode() != 200 || answer.body().length() > MAX_ANSWER) {
      throw new LedgerException(
          "the witness %s does not cosign the log of %d entries: status %d"
              .formatted(witness.name(), size, answer.statusCode()));
    }
    return Optional.of(keep(note, size, witness, answer.body()));
  }

  private static long sizeOf(String note) {
    return Checkpoint.parse(SignedNote.parse(note).text()).size();
  }

  /// A witness that has seen a longer log of this name than this one is has seen another log.
  private static long seen(WitnessKey witness, String body, long size) {
    try {
      long seen = Long.parseLong(body.strip());
      if (seen >= 0 && seen <= size) {
        return seen;
      }
    } catch (NumberFormatException e) {
      throw new LedgerException("the witness %s answers no size".formatted(witness.name()), e);
    }
    throw new LedgerException(
        "the witness %s has cosigned %s entries of this log, which has %d: compare the backups"
            .formatted(witness.name(), body.strip(), size));
  }

  private HttpResponse<String> ask(URI prefix, String note, long old, long size) {
    StringBuilder body = new StringBuilder("old ").append(old).append('\n');
    List<Hash> proof = old == 0 || old == size ? List.of() : ledger.consistencyProof(old, size);
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    body.append('\n').append(note);
    URI uri = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
    try {
      return http.send(
          HttpRequest.newBuilder(uri)
              .timeout(TIMEOUT)
              .POST(BodyPublishers.ofString(body.toString()))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LedgerException("the witness at %s does not answer".formatted(prefix), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted while asking the witness", e);
    }
  }

  private Cosigned keep(String note, long size, WitnessKey witness, String lines) {
    try {
      Instant at = witness.requireCosigned(note + lines);
      ledger.keepCosignature(size, witness, lines);
      return new Cosigned(size, at);
    } catch (NoteRefused e) {
      throw new LedgerException(
          "what the witness %s answers does not hold: %s".formatted(witness.name(), e.getMessage()),
          e);
    }
  }
}
