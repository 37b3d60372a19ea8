package dev.demur.home;

import dev.demur.corpus.store.CorpusTable;
import dev.demur.corpus.store.PersonTokens;
import dev.demur.corpus.store.RecordTable;
import dev.demur.corpus.store.Warehouse;
import dev.demur.home.lineage.Lineage;
import dev.demur.ledger.Database;
import dev.demur.ledger.Ledger;
import dev.demur.ledger.LedgerKeys;
import dev.demur.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// One home directory, opened: its keys, its database, its tables.
///
/// Opening makes what is absent and is cheap; the tables are opened when first asked for.
/// Thread-safe. Jobs that change what is derived take [#lock].
public final class Home implements AutoCloseable {
  /// Of a new table. A change rewrites whole buckets, so that a removal from few large ones would
  /// write far more than it takes away.
  private static final int BUCKETS = 128;

  private final HomeLayout layout;
  private final AssignmentKey key;
  private final Database database;
  private final String catalogUrl;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Suggestions suggestions;
  private final Lineage lineage;
  private final Map<String, Program> programs = new ConcurrentHashMap<>();
  private @Nullable Warehouse warehouse;
  private @Nullable RecordTable records;
  private @Nullable CorpusTable corpus;

  private Home(HomeLayout layout, InstantSource clock, AssignmentKey key, HomeDatabase opened) {
    this.layout = layout;
    this.key = key;
    this.database = opened.database();
    this.catalogUrl = opened.catalogUrl();
    this.ledger = Ledger.open(database, LedgerKeys.in(layout.keys()), clock);
    this.accounts = new Accounts(database.dataSource());
    this.suggestions = new Suggestions(database.dataSource());
    this.lineage = lineage(layout, ledger.clock());
  }

  /// Opens a home, making it when it is not there.
  ///
  /// @param clock gives the instant at which things are learnt
  /// @param keyFile what the assignment key is made from; empty means random. For a home that is
  ///   there already it must be the same one
  public static Home open(Path root, InstantSource clock, Optional<Path> keyFile) {
    HomeLayout layout = new HomeLayout(root.toAbsolutePath().normalize());
    try {
      Files.createDirectories(layout.root());
    } catch (IOException e) {
      throw new InputRefused(layout.root() + ": the home directory cannot be made", e);
    }
    AssignmentKey key = AssignmentKey.in(layout.assignmentKey(), keyFile);
    HomeDatabase database = HomeDatabase.open(layout);
    migrate(database.database());
    return new Home(layout, clock, key, database);
  }

  private static Lineage lineage(HomeLayout layout, InstantSource clock) {
    try {
      return Lineage.as(layout.lineage(), clock);
    } catch (IllegalArgumentException e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
  }

  private static void migrate(Database database) {
    HomeSchema.requireKnown(database);
    Flyway.configure(Home.class.getClassLoader())
        .dataSource(database.dataSource())
        .table("home_schema_history")
        .locations("classpath:dev/demur/home/migration")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  public HomeLayout layout() {
    return layout;
  }

  /// Never behind what the ledger has learnt; look at the ledger first where its newest entry
  /// counts.
  public InstantSource clock() {
    return ledger.clock();
  }

  public Ledger ledger() {
    return ledger;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Suggestions suggestions() {
    return suggestions;
  }

  /// Members' records, as far as they may be kept.
  public synchronized RecordTable records() {
    RecordTable opened = records;
    if (opened == null) {
      opened = RecordTable.open(warehouse(), tokens(), BUCKETS);
      records = opened;
    }
    return opened;
  }

  /// What the latest snapshot holds, and why the rest is out.
  public synchronized CorpusTable corpus() {
    CorpusTable opened = corpus;
    if (opened == null) {
      opened = CorpusTable.open(warehouse(), BUCKETS);
      corpus = opened;
    }
    return opened;
  }

  private synchronized Warehouse warehouse() {
    Warehouse opened = warehouse;
    if (opened == null) {
      opened = Warehouse.open(catalogUrl, layout.warehouse());
      warehouse = opened;
    }
    return opened;
  }

  /// A program, parsed once.
  Program program(String name, Supplier<Program> parse) {
    return programs.computeIfAbsent(name, key -> parse.get());
  }

  /// Who is told what jobs do.
  Lineage lineage() {
    return lineage;
  }

  ImportMarks importMarks() {
    return new ImportMarks(database.dataSource());
  }

  PersonTokens tokens() {
    return new PersonTokens(key.forPurpose("person-tokens"));
  }

  byte[] assignmentKey() {
    return key.forPurpose("assignment");
  }

  Database database() {
    return database;
  }

  /// The right to change what is derived; waits for the job that has it.
  JobLock lock() {
    return JobLock.take(layout.lock());
  }

  @Override
  public void close() {
    lineage.close();
    ledger.close();
    Warehouse opened = warehouse;
    if (opened != null) {
      opened.close();
    }
    database.close();
  }
}
