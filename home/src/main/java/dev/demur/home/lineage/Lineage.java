package dev.demur.home.lineage;

import io.openlineage.client.Clients;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.utils.UUIDUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells an OpenLineage backend when jobs start, end and fail, if an operator has named one.
///
/// Events go out and are not kept. They name tables, programs, digests and counts, and no member;
/// of a failure only the kind, since a message may quote what members wrote. A backend that is down
/// stops no job: what could not be told is logged. Thread-safe.
public final class Lineage implements AutoCloseable {
  /// Names the settings file where a home has none, as OpenLineage's own integrations do.
  private static final String ENVIRONMENT = "OPENLINEAGE_CONFIG";

  private static final Logger LOG = LoggerFactory.getLogger(Lineage.class);

  private final InstantSource clock;
  private final Optional<Backend> backend;

  private Lineage(InstantSource clock, Optional<Backend> backend) {
    this.clock = clock;
    this.backend = backend;
  }

  /// Made only where one is named: every command opens a home.
  private record Backend(OpenLineageClient client, RunEvents events) {}

  /// Events as a settings file wants them; none when there is no such file.
  ///
  /// @param settings in OpenLineage's own format (`openlineage.yml`)
  /// @throws IllegalArgumentException when the file names no backend that can be used
  public static Lineage as(Path settings, InstantSource clock) {
    Optional<Path> named =
        Optional.ofNullable(System.getenv(ENVIRONMENT))
            .filter(name -> !name.isBlank())
            .map(Path::of);
    Optional<Path> file = Files.exists(settings) ? Optional.of(settings) : named;
    return new Lineage(clock, file.map(Lineage::open));
  }

  private static Backend open(Path file) {
    try {
      return new Backend(Clients.newClient(() -> List.of(file)), new RunEvents());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s: not settings that OpenLineage understands; see docs/reference/lineage.md (%s)"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /// Does a job, and tells of it.
  ///
  /// @param outcome what came of it, asked only when it ended well and somebody listens
  public <T> T during(Job job, Supplier<T> work, Function<T, Outcome> outcome) {
    if (backend.isEmpty()) {
      return work.get();
    }
    UUID run = UUIDUtils.generateNewUUID(clock.instant());
    tell((event, at) -> event.started(job, run, at));
    T made;
    try {
      made = work.get();
    } catch (RuntimeException e) {
      String kind = e.getClass().getSimpleName();
      tell((event, at) -> event.failed(job, run, at, kind));
      throw e;
    }
    tell((event, at) -> event.completed(job, run, at, outcome.apply(made)));
    return made;
  }

  private void tell(BiFunction<RunEvents, Instant, OpenLineage.RunEvent> event) {
    try {
      Backend told = backend.orElseThrow();
      told.client().emit(event.apply(told.events(), clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("a lineage event could not be sent: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      if (backend.isPresent()) {
        backend.get().client().close();
      }
    } catch (Exception e) {
      LOG.warn("the connection for lineage events did not close: {}", e.getMessage());
    }
  }
}
