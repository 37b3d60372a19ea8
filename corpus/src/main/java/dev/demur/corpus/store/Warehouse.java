package dev.demur.corpus.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.jdbc.JdbcCatalog;

/// The catalog and the folder in which the tables of one home live. Thread-safe.
///
/// The catalog is a pair of tables in any database with a JDBC driver on the class path (SQLite and
/// PostgreSQL are); which version of a table is current changes there, by one conditional update.
public final class Warehouse implements AutoCloseable {
  static final Namespace NAMESPACE = Namespace.of("demur");

  private static final String CATALOG_NAME = "demur";
  private static final int ROW_GROUP_BYTES = 16 << 20;

  private final Path folder;
  private final LocalFiles files;
  private final JdbcCatalog catalog;

  private Warehouse(Path folder, LocalFiles files, JdbcCatalog catalog) {
    this.folder = folder;
    this.files = files;
    this.catalog = catalog;
  }

  /// Opens a warehouse, making what is absent.
  ///
  /// @param jdbcUrl the catalog's database, e.g. `jdbc:sqlite:/data/catalog.db`; SQLite wants
  ///   `synchronous=FULL` and a `busy_timeout` in it
  /// @param folder where the files go
  public static Warehouse open(String jdbcUrl, Path folder) {
    LocalFiles files = new LocalFiles(folder);
    JdbcCatalog catalog = new JdbcCatalog(properties -> files, null, true);
    Map<String, String> properties = new TreeMap<>();
    properties.put(CatalogProperties.URI, jdbcUrl);
    properties.put(CatalogProperties.WAREHOUSE_LOCATION, LocalFiles.SCHEME);
    properties.put(JdbcCatalog.PROPERTY_PREFIX + "schema-version", "V1");
    catalog.initialize(CATALOG_NAME, properties);
    try {
      catalog.createNamespace(NAMESPACE);
    } catch (AlreadyExistsException e) {
      // It is there already, which is all that is wanted.
    }
    return new Warehouse(folder.toAbsolutePath().normalize(), files, catalog);
  }

  LocalFiles files() {
    return files;
  }

  /// The folder that holds all files of a table.
  Path folderOf(String table) {
    return folder.resolve(NAMESPACE.toString()).resolve(table);
  }

  /// The table of this name, made when it is not there.
  ///
  /// @param buckets how many buckets a new table gets; one that exists keeps its own number
  Table table(String name, Schema schema, int buckets) {
    TableIdentifier id = TableIdentifier.of(NAMESPACE, name);
    if (catalog.tableExists(id)) {
      return withColumnsOf(schema, catalog.loadTable(id));
    }
    PartitionSpec spec = PartitionSpec.builderFor(schema).bucket(RowFormat.MEMBER, buckets).build();
    return catalog
        .buildTable(id, schema)
        .withPartitionSpec(spec)
        .withLocation(LocalFiles.SCHEME + NAMESPACE + "/" + name)
        .withProperties(properties())
        .create();
  }

  /// Columns that an earlier build did not know are added; its rows have nothing in them.
  private static Table withColumnsOf(Schema schema, Table table) {
    if (schema.columns().stream().anyMatch(c -> table.schema().findField(c.name()) == null)) {
      table.updateSchema().unionByNameWith(schema).commit();
    }
    return table;
  }

  private static Map<String, String> properties() {
    return Map.of(
        TableProperties.FORMAT_VERSION,
        "2",
        TableProperties.DEFAULT_WRITE_METRICS_MODE,
        "none",
        TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
        Integer.toString(ROW_GROUP_BYTES),
        TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
        "1",
        TableProperties.COMMIT_NUM_RETRIES,
        "0");
  }

  @Override
  public void close() {
    catalog.close();
  }
}
