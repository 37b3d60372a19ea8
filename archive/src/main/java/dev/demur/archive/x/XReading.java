package dev.demur.archive.x;

import dev.demur.archive.ArchiveKind;
import dev.demur.archive.ImportLog;
import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.json.Item;
import dev.demur.archive.json.Json;
import dev.demur.archive.json.JsonEntries;
import dev.demur.archive.json.JsonEntry;
import dev.demur.archive.json.JsonFault;
import dev.demur.archive.json.Shape;
import dev.demur.model.MemberId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// One archive of X being read.
final class XReading implements ArchiveKind.Reading {
  private final Container archive;
  private final Set<String> names = new HashSet<>();
  private final Notes notes = new Notes();
  private JsonEntries entries;
  private Account account = Account.UNKNOWN;

  XReading(Container archive) {
    this.archive = archive;
    this.entries = new JsonEntries(archive, List.of());
  }

  /// The viewer's own scripts are not data; the table of the oldest archives repeats their scripts.
  @Override
  public boolean claims(Entry entry) {
    String name = "/" + entry.name();
    boolean inData = name.contains("/data/") && !name.contains("/assets/");
    return X.isScript(entry) && (inData || X.startsAsExported(archive, entry));
  }

  @Override
  public void verify(List<Entry> own) {
    own.forEach(entry -> names.add(entry.baseName()));
    entries = new JsonEntries(archive, own);
    for (JsonEntry entry : entries.sound()) {
      switch (XFiles.typeOf(entry)) {
        case "manifest" -> peek(entry, item -> account = account.withManifest(item.value()));
        case "account" -> each(entry, value -> account = account.withAccount(value));
        case "user_details" -> peek(entry, item -> account = account.withUserDetails(item.value()));
        case "note_tweet" -> each(entry, notes::see);
        case "protected_history" -> each(entry, this::seeProtection);
        default -> {}
      }
    }
  }

  /// The newest change stands last; whether it is the newest the file does not say, so one that
  /// protects wins over none.
  private void seeProtection(Json change) {
    String action = change.text("action").orElse("").toLowerCase(Locale.ROOT);
    account = account.withProtection(!action.startsWith("un"));
  }

  private static void peek(JsonEntry entry, Consumer<Item> items) {
    entry.read(Shape.WHOLE, UnaryOperator.identity(), items, fault -> {});
  }

  private static void each(JsonEntry entry, Consumer<Json> values) {
    entry.read(
        Shape.FLAT,
        UnaryOperator.identity(),
        item -> item.value().members().values().forEach(values),
        fault -> {});
  }

  @Override
  public Optional<MemberId> holder() {
    return account.id().or(account::handle);
  }

  @Override
  public void read(MemberId holder, ImportLog log) {
    entries.read(log, (entry, own) -> read(entry, holder, own));
  }

  private void read(JsonEntry entry, MemberId holder, ImportLog log) {
    String name = entry.entry().name();
    String type = XFiles.typeOf(entry);
    if (type.equals("manifest")) {
      peek(entry, item -> noteMissing(item.value(), name, log));
      log.skip(name, "lists the other files");
      return;
    }
    if (XFiles.DELETED.contains(type)) {
      log.skip(name, "holds what the member had deleted");
      return;
    }
    var count = new int[1];
    entry.read(
        XFiles.shapeOf(type),
        UnaryOperator.identity(),
        item -> {
          count[0]++;
          XFiles.read(
              type, new XItem(item, account, holder, XFiles.fileOf(type), name, log), notes);
        },
        (JsonFault fault) -> log.refuse(name, fault.line(), fault.reason()));
    if (count[0] == 0) {
      log.skip(name, "has no items");
    }
  }

  /// What the archive says it has and has not: part of it was lost, or is in another zip.
  private void noteMissing(Json manifest, String name, ImportLog log) {
    for (Json type : manifest.at("dataTypes").members().values()) {
      for (Json file : type.at("files").items()) {
        String path = file.text("fileName").orElse("");
        String base = path.substring(path.lastIndexOf('/') + 1);
        boolean holdsNone = file.text("count").filter("0"::equals).isPresent();
        if (base.endsWith(".js") && !holdsNone && !names.contains(base)) {
          log.note(name, 0, "the archive lists %s and does not hold it".formatted(base));
        }
      }
    }
  }
}
