package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import dev.demur.model.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A process that changes a record table step by step, and says so after each, until it is killed.
final class CrashingWriter {
  private static final int HOLDERS = 7;

  private CrashingWriter() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int first = Integer.parseInt(arguments[1]);
    Warehouse warehouse = Homes.warehouse(folder);
    RecordTable table = RecordTable.open(warehouse, Homes.TOKENS, Homes.BUCKETS);
    for (int step = first; ; step++) {
      apply(table, step);
      System.out.println(step);
      System.out.flush();
    }
  }

  static void apply(RecordTable table, int step) {
    if (step % 5 == 4) {
      table.erase(Set.of(holder(step), holder(step + 1)));
    } else {
      table.put(List.of(post(holder(step), step), post(holder(step * 3 + 1), step)));
    }
  }

  private static StorableRecord post(MemberId holder, int step) {
    return Samples.stored(
        Samples.from(
            Samples.post(holder, step % 11, text(step)), new Source("platform", "posts", step)));
  }

  /// What the table holds after the steps 0 to `last`: the text of each record of each holder.
  static SortedMap<MemberId, SortedMap<String, String>> after(int last) {
    SortedMap<MemberId, SortedMap<String, String>> state = new TreeMap<>();
    for (int step = 0; step <= last; step++) {
      if (step % 5 == 4) {
        state.remove(holder(step));
        state.remove(holder(step + 1));
      } else {
        for (MemberId holder : List.of(holder(step), holder(step * 3 + 1))) {
          state
              .computeIfAbsent(holder, h -> new TreeMap<>())
              .put(Samples.id(step % 11).value(), text(step));
        }
      }
    }
    return state;
  }

  static SortedMap<MemberId, SortedMap<String, String>> stateOf(RecordTable table) {
    SortedMap<MemberId, SortedMap<String, String>> state = new TreeMap<>();
    table.scan((holder, records) -> {
      SortedMap<String, String> texts = new TreeMap<>();
      records.forEach(r -> texts.put(r.id().value(), Map.copyOf(r.fields()).get("text")));
      state.put(holder, texts);
    });
    return state;
  }

  private static MemberId holder(int step) {
    return new MemberId("holder-" + step % HOLDERS);
  }

  private static String text(int step) {
    return "what was written in step number " + step;
  }
}
