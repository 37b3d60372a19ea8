package dev.demur.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one database of a home: a SQLite file, or a PostgreSQL database.
///
/// The ledger's tables start with `ledger_`; other modules keep tables of their own beside them,
/// through [#dataSource] or with the same [#jdbcUrl]. Thread-safe; close it last.
public final class Database implements AutoCloseable {
  /// `synchronous=FULL` makes a commit durable, `secure_delete` overwrites what is deleted.
  private static final String SQLITE_PRAGMAS =
      "?journal_mode=WAL&busy_timeout=5000&foreign_keys=true&synchronous=FULL"
          + "&secure_delete=true&transaction_mode=IMMEDIATE";

  private static final int MAX_CONNECTIONS = 8;
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(30);

  /// Sooner than whoever asked gives up, so that they are told that the database is away.
  private static final Duration SERVER_WAIT = Duration.ofSeconds(3);

  private static final Duration BUSY_PAUSE = Duration.ofMillis(20);

  /// The part of SQLite's extended result codes that says what kind of error it is.
  private static final int PRIMARY_CODE = 0xff;

  private final String jdbcUrl;
  private final Dialect dialect;
  private final Optional<Path> file;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(String jdbcUrl, Dialect dialect, Optional<Path> file, HikariConfig config) {
    this.jdbcUrl = jdbcUrl;
    this.dialect = dialect;
    this.file = file;
    this.pool = open(config);
    this.jdbi = Jdbi.create(pool);
    new Migration(this).run();
  }

  /// The SQLite database in this file, made when it does not exist.
  public static Database sqlite(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      Files.createDirectories(Optional.ofNullable(absolute.getParent()).orElse(absolute));
    } catch (IOException e) {
      throw new LedgerException("cannot make the folder of the database " + absolute, e);
    }
    String url = "jdbc:sqlite:" + absolute + SQLITE_PRAGMAS;
    return new Database(url, Dialect.SQLITE, Optional.of(absolute), config(url));
  }

  /// The PostgreSQL database at this JDBC URL. The ledger's tables go to the first schema of the
  /// connection's search path.
  public static Database postgresql(String jdbcUrl, String user, String password) {
    if (Dialect.of(jdbcUrl) != Dialect.POSTGRESQL) {
      throw new LedgerException("not a PostgreSQL URL; for a file use Database.sqlite");
    }
    HikariConfig config = config(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setConnectionTimeout(SERVER_WAIT.toMillis());
    return new Database(jdbcUrl, Dialect.POSTGRESQL, Optional.empty(), config);
  }

  /// Several processes may open a new SQLite file at once; while one of them makes it a WAL file,
  /// the others are told at once that it is busy, whatever their `busy_timeout`.
  private static HikariDataSource open(HikariConfig config) {
    long until = System.nanoTime() + CONNECTION_WAIT.toNanos();
    while (true) {
      try {
        return new HikariDataSource(config);
      } catch (HikariPool.PoolInitializationException e) {
        if (!isBusy(e) || System.nanoTime() > until) {
          throw e;
        }
        LockSupport.parkNanos(BUSY_PAUSE.toNanos());
      }
    }
  }

  private static boolean isBusy(HikariPool.PoolInitializationException e) {
    return e.getCause() instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
  }

  private static HikariConfig config(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("demur-database");
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    return config;
  }

  /// Pooled connections, for tables of other modules.
  public DataSource dataSource() {
    return pool;
  }

  /// With all pragmas, for libraries that open connections of their own.
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /// The SQLite file; empty for PostgreSQL.
  public Optional<Path> file() {
    return file;
  }

  /// Makes the bytes of deleted rows go from the files, as far as the database can: see
  /// `docs/reference/ledger.md`, "Erasure".
  public void purgeDeleted() {
    new Purge(this).run();
  }

  /// Copies a SQLite database as of one instant into a new file, while others write.
  public void copyTo(Path target) {
    if (file.isEmpty()) {
      throw new LedgerException("only a SQLite database can be copied; use PostgreSQL's own tools");
    }
    jdbi.useHandle(handle -> handle.execute("VACUUM INTO ?", target.toAbsolutePath().toString()));
  }

  Dialect dialect() {
    return dialect;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    pool.close();
  }
}
