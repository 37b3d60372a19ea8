package dev.demur.archive.platform;

import dev.demur.archive.RefusedEntry;
import dev.demur.program.Nearest;
import dev.demur.program.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table whose rows become records by a mapping.
final class MappedSource implements PlatformSource {
  private final Mapping mapping;
  private final String name;
  private final RowSource rows;

  MappedSource(Mapping mapping, String name, RowSource rows) {
    this.mapping = mapping;
    this.name = name;
    this.rows = rows;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> incrementalName() {
    return mapping.query().flatMap(Mapping.Query::since).map(column -> mapping.source());
  }

  @Override
  public PlatformReport read(Sink sink, Optional<Watermark> since) {
    var mapper = new RowMapper(mapping);
    var taking = new Taking(mapper, sink);
    Optional<String> column = mapping.query().flatMap(Mapping.Query::since);
    try {
      rows.read(new RowSource.Wanted(mapper.columns(), column, since), taking, sink.bytes());
    } catch (RowSource.MissingColumn e) {
      throw refused(e);
    }
    return new PlatformReport(taking.records, taking.skipped, taking.faults.all());
  }

  /// Says where in the mapping file the column stands that the table lacks.
  private RuntimeException refused(RowSource.MissingColumn e) {
    var problems = new Problems(mapping.file());
    Mapping.Place place = java.util.Objects.requireNonNull(mapping.places().get(e.column()));
    String found = "\"%s\", which %s has no column for".formatted(e.column(), name);
    problems.add(place.node(), place.path(), found, Nearest.suggestion(e.column(), e.known()));
    try {
      problems.throwIfAny();
      return new IllegalStateException("a problem was added", e);
    } catch (dev.demur.program.ProgramException refusal) {
      return refusal;
    }
  }

  private static final class Taking implements RowSource.Rows {
    private final RowMapper mapper;
    private final Sink sink;
    private final Faults faults = new Faults();
    private long records;
    private long skipped;

    Taking(RowMapper mapper, Sink sink) {
      this.mapper = mapper;
      this.sink = sink;
    }

    @Override
    public void row(int line, @Nullable String[] values, Optional<Watermark> mark) {
      try {
        var record = mapper.map(values);
        if (record.isEmpty()) {
          skipped++;
          return;
        }
        records++;
        sink.records().accept(record.get());
        mark.ifPresent(m -> sink.marks().at(record.get().holder(), m));
      } catch (RowFault e) {
        faults.add(line, e.reason());
      }
    }

    @Override
    public void broken(int line, String reason) {
      faults.add(line, reason);
    }
  }

  /// What is wrong with rows: the first hundred in full, the rest as a number.
  static final class Faults {
    private static final int MAX = 100;

    private final List<RefusedEntry> first = new java.util.ArrayList<>();
    private long more;

    void add(int line, String reason) {
      if (first.size() < MAX) {
        first.add(new RefusedEntry("", line, reason));
      } else {
        more++;
      }
    }

    List<RefusedEntry> all() {
      var all = new java.util.ArrayList<>(first);
      if (more > 0) {
        all.add(new RefusedEntry("", 0, "%d more rows refused".formatted(more)));
      }
      return all;
    }
  }
}
