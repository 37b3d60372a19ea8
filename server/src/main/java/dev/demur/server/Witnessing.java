package dev.demur.server;

import dev.demur.home.Home;
import dev.demur.ledger.LedgerException;
import dev.demur.ledger.WitnessClient;
import dev.demur.server.access.AccessSettings;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the log's newest head cosigned again and again, when the settings name a witness.
///
/// A witness that does not answer stops nothing: it is asked again when the next head is due, and
/// the operator sees since when it has not. Thread-safe.
final class Witnessing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

  private final Home home;
  private final Optional<AccessSettings.Witness> witness;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Optional<Thread> asking;
  private volatile Optional<WitnessClient.Cosigned> cosigned = Optional.empty();
  private volatile Optional<Failure> failure = Optional.empty();

  /// A try that came to nothing.
  private record Failure(Instant at, String why) {}

  Witnessing(Home home, Optional<AccessSettings.Witness> witness) {
    this.home = home;
    this.witness = witness;
    this.asking =
        witness.map(asked ->
            Thread.ofPlatform().daemon().name("demur-witness").start(() -> askAgain(asked)));
  }

  private void askAgain(AccessSettings.Witness asked) {
    try {
      while (true) {
        ask(asked);
        Thread.sleep(asked.every());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(AccessSettings.Witness asked) {
    try {
      new WitnessClient(home.ledger(), http)
          .present(asked.prefix(), asked.key())
          .ifPresent(done -> cosigned = Optional.of(done));
      failure = Optional.empty();
    } catch (RuntimeException e) {
      String why = e instanceof LedgerException ? String.valueOf(e.getMessage()) : e.toString();
      failure = Optional.of(new Failure(home.clock().instant(), why));
      LOG.warn("no cosignature: {}", why);
    }
  }

  /// What the operator is told.
  String state() {
    if (witness.isEmpty()) {
      return "none; set log.witness and log.witness-key";
    }
    String last =
        cosigned
            .map(done ->
                "has cosigned %,d entries at %s".formatted(done.size(), Html.minute(done.at())))
            .orElse("has not cosigned yet");
    return witness.get().key().name()
        + " "
        + last
        + failure
            .map(failed -> "; failed at %s: %s".formatted(Html.minute(failed.at()), failed.why()))
            .orElse("");
  }

  @Override
  public void close() {
    asking.ifPresent(Thread::interrupt);
    http.shutdownNow();
  }
}
