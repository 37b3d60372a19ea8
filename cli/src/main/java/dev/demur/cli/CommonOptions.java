package dev.demur.cli;

import dev.demur.home.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What every command takes.
final class CommonOptions {
  private static final String KEY_VARIABLE = "DEMUR_KEY_FILE";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The home directory (default: ${DEFAULT-VALUE}).",
      defaultValue = "./demur-home")
  Path home = Path.of("demur-home");

  @Option(names = "--json", description = "JSON on stdout, nothing else there.")
  boolean json;

  @Option(names = "--quiet", description = "Errors only on stderr.")
  boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  Output output() {
    return new Output(System.out, System.err, json, quiet);
  }

  Home open() {
    return open(null);
  }

  /// Opens the home, making it when it is not there.
  Home open(@Nullable Path key) {
    Optional<Path> file = Optional.ofNullable(key).or(CommonOptions::keyFile);
    return Home.open(home, clock(), file);
  }

  /// The file that the environment names for the assignment key.
  static Optional<Path> keyFile() {
    return Optional.ofNullable(System.getenv(KEY_VARIABLE)).map(Path::of);
  }

  static InstantSource clock() {
    return Clock.systemUTC();
  }

  /// A number that may not have been given.
  static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /// Instants are ISO-8601 with zone, e.g. `2025-11-03T00:00:00Z`.
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return java.time.OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is not an instant with zone, e.g. 2025-11-03T00:00:00Z".formatted(value));
      }
    }
  }
}
