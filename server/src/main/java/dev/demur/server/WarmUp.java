package dev.demur.server;

import dev.demur.home.Matchmaking;
import dev.demur.home.Suggesting;

/// Reads in the background, from the start of a server on, what first requests would wait for:
/// model, corpus, segments, catalogues, the search for members. Requests that come meanwhile wait
/// for no more than what they need. Thread-safe.
final class WarmUp implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

  private final Thread thread;
  private volatile State state = State.READING;

  /// How far it is.
  enum State {
    READING("reading"),
    READY("ready"),
    /// Reading failed; each request tries again and says what is wrong.
    FAILED("failed");

    private final String code;

    State(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  WarmUp(Suggesting suggesting, Matchmaking matchmaking) {
    thread =
        Thread.ofPlatform().name("warm-up").daemon().unstarted(() -> run(suggesting, matchmaking));
    thread.start();
  }

  private void run(Suggesting suggesting, Matchmaking matchmaking) {
    try {
      suggesting.practise();
      matchmaking.practise();
      state = State.READY;
    } catch (RuntimeException e) {
      if (!thread.isInterrupted()) {
        LOG.log(System.Logger.Level.WARNING, "suggestions and search could not be read ahead", e);
      }
      state = State.FAILED;
    }
  }

  State state() {
    return state;
  }

  /// Waits for what is being read now, since whoever closes the server closes its home next.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
