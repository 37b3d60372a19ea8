package dev.demur.corpus.redact;

import java.util.BitSet;
import java.util.List;

/// Puts typed, numbered placeholders in the place of what identifies people: `[EMAIL_1]`,
/// `[PERSON_2]`. Equal things have equal placeholders within one document.
///
/// Patterns are found by recognisers that are public constants; people by the names handed in.
/// Takes time linear in the text, whatever the text. Stateless, thread-safe.
public final class Redactor {
  private static final List<Recogniser> RECOGNISERS =
      List.of(
          new SecretRecogniser(),
          new UrlRecogniser(),
          new EmailRecogniser(),
          new IbanRecogniser(),
          new CardRecogniser(),
          new NetworkRecogniser(),
          new CryptoRecogniser(),
          new NationalIdRecogniser(),
          new BirthDateRecogniser(),
          new PhoneRecogniser(),
          new AddressRecogniser(),
          new PersonTokenRecogniser());

  private Redactor() {}

  /// Redacts a text that is a document of its own.
  public static Redaction redact(String text) {
    return document().redact(new Scan(text), List.of());
  }

  /// Redacts a text that is a document of its own.
  ///
  /// @param people where people are named that are to be redacted
  public static Redaction redact(String text, List<NameHit> people) {
    return document().redact(new Scan(text), people);
  }

  /// Starts a document of several texts, in which equal things have equal placeholders.
  public static Document document() {
    return new Document();
  }

  /// Strangers where nobody known is named.
  private static List<NameHit> strangers(Scan scan, List<NameHit> people) {
    if (people.isEmpty()) {
      return StrangerRecogniser.find(scan);
    }
    BitSet known = new BitSet();
    people.forEach(hit -> known.set(hit.start(), hit.end()));
    return StrangerRecogniser.find(scan).stream()
        .filter(hit -> known.get(hit.start(), hit.end()).isEmpty())
        .toList();
  }

  /// Texts that share placeholders. Not thread-safe.
  public static final class Document {
    private final Placeholders placeholders = new Placeholders();

    private Document() {}

    /// Redacts the next text of the document.
    ///
    /// @param people where people are named that are to be redacted
    public Redaction redact(String text, List<NameHit> people) {
      return redact(new Scan(text), people);
    }

    /// The same, of a text that was gone through already.
    public Redaction redact(Scan scan, List<NameHit> people) {
      Findings findings = new Findings();
      add(people, Rule.KNOWN_PERSON, findings);
      add(strangers(scan, people), Rule.STRANGER, findings);
      return apply(scan, findings);
    }

    /// Redacts a field of the document that names a thing: a company is called after people, and is
    /// none.
    ///
    /// @param people where people are named that are to be redacted
    public Redaction redactName(Scan scan, List<NameHit> people) {
      Findings findings = new Findings();
      add(people, Rule.KNOWN_PERSON, findings);
      return apply(scan, findings);
    }

    private static void add(List<NameHit> people, Rule rule, Findings findings) {
      people.forEach(hit -> findings.add(hit.start(), hit.end(), rule, hit.person()));
    }

    private Redaction apply(Scan scan, Findings findings) {
      RECOGNISERS.forEach(recogniser -> recogniser.find(scan, findings));
      return findings.apply(scan.text(), placeholders);
    }
  }
}
