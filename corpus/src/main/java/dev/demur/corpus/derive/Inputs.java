package dev.demur.corpus.derive;

import dev.demur.corpus.redact.NameHit;
import dev.demur.corpus.redact.PersonNames;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The digest of everything that a holder's texts in the corpus are made from: the holder's
/// records, where objectors are named in them, and how this build makes texts. While it stays the
/// same, texts need not be made again; decisions are always asked for again.
///
/// A function of the holder's records and of the objectors they name. Not thread-safe.
final class Inputs {
  private static final int DIGITS = 32;

  private final MessageDigest digest;

  private Inputs() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// @param records all of the holder's, in any order
  static String digest(List<MemberRecord> records, PersonNames objectors) {
    Inputs inputs = new Inputs();
    inputs.add(Derivation.VERSION);
    records.stream()
        .sorted(Comparator.comparing(MemberRecord::id))
        .forEach(record -> inputs.add(record, objectors));
    return inputs.hex();
  }

  /// The digest of texts in their order.
  static String digest(Stream<String> texts) {
    Inputs inputs = new Inputs();
    texts.forEach(inputs::add);
    return inputs.hex();
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  /// When it was written and where it stood in the archive are not among what makes a text.
  private void add(MemberRecord record, PersonNames objectors) {
    add(record.id().value());
    add(record.category().code());
    people(record.author().stream().toList());
    people(record.about());
    people(record.mentions());
    add(record.fields().size());
    record
        .fields()
        .forEach((name, value) -> {
          add(name);
          add(value);
        });
    Stream.concat(Rendering.text(record).stream(), Rendering.facts(record).values().stream())
        .forEach(text -> hits(objectors.find(text)));
  }

  private void people(List<MemberId> people) {
    add(people.size());
    people.forEach(person -> add(person.value()));
  }

  private void hits(List<NameHit> hits) {
    add(hits.size());
    for (NameHit hit : hits) {
      add(hit.start());
      add(hit.end());
      add(hit.person());
    }
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update((byte) (number >>> 24));
    digest.update((byte) (number >>> 16));
    digest.update((byte) (number >>> 8));
    digest.update((byte) number);
  }
}
