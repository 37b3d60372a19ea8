package dev.demur.archive.x;

import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.json.Item;
import dev.demur.archive.json.Json;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.MemberId;
import dev.demur.model.Moment;
import dev.demur.model.Source;
import java.util.Optional;

/// One item of a file on its way into records, without the one-key objects around it.
final class XItem {
  private final Item item;
  private final Account account;
  private final MemberId holder;
  private final String file;
  private final String entry;
  private final ImportLog log;
  private final Json value;

  /// @param file the logical file, e.g. `tweets.js` also for its second part
  /// @param entry the entry it stands in
  XItem(Item item, Account account, MemberId holder, String file, String entry, ImportLog log) {
    this.item = item;
    this.account = account;
    this.holder = holder;
    this.file = file;
    this.entry = entry;
    this.log = log;
    this.value = unwrapped(item.value());
  }

  /// `{"tweet": {…}}` is what is inside; so is the twice wrapped change of a screen name.
  private static Json unwrapped(Json value) {
    Json inner = value;
    while (inner.members().size() == 1
        && inner.members().values().iterator().next() instanceof Json.Members only) {
      inner = only;
    }
    return inner;
  }

  Json value() {
    return value;
  }

  Item item() {
    return item;
  }

  String file() {
    return file;
  }

  Account account() {
    return account;
  }

  MemberId holder() {
    return holder;
  }

  /// Somebody by account id or handle; the holder by the holder's.
  Optional<MemberId> person(Optional<String> id) {
    return id.flatMap(Persons::byHandle).map(p -> account.isSelf(p) ? holder : p);
  }

  Optional<Moment> time(String... path) {
    Optional<String> raw = value.text(path);
    Optional<Moment> time = raw.flatMap(XTimes::parse);
    if (raw.isPresent() && time.isEmpty()) {
      log.note(entry, item.line(), "the time in %s is not understood".formatted(path[0]));
    }
    return time;
  }

  RecordDraft draft(Category category) {
    return draft(category, file);
  }

  /// A record that belongs to another logical file than the one it stands in.
  RecordDraft draft(Category category, String logicalFile) {
    return new RecordDraft(holder, new Source(X.NAME, logicalFile, item.line()), category);
  }

  void emit(RecordDraft draft) {
    log.record(draft.build());
  }

  void refuse(String reason) {
    log.refuse(entry, item.line(), reason);
  }
}
