package dev.demur.archive;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an archive says of its member that decisions depend on.
///
/// Only dates of birth that stand there whole: no year is made up for `Mar 4`, no date for an age.
/// No archive says in which country its member lives: places are free text, and the countries
/// beside log-ins, documents and payments are of something else.
public final class StatedFacts {
  /// As the readers label it; Instagram's labels are in the member's language.
  private static final Set<String> LABELS =
      Set.of(
          "birth date",
          "date of birth",
          "geburtsdatum",
          "geboortedatum",
          "date de naissance",
          "fecha de nacimiento",
          "data di nascita",
          "data de nascimento",
          "födelsedatum",
          "fødselsdato",
          "data urodzenia",
          "doğum tarihi",
          "дата рождения",
          "ngày sinh");

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH));

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private StatedFacts() {}

  /// The holder's date of birth, when this record says it.
  public static Optional<LocalDate> birthDate(MemberRecord record) {
    boolean says =
        record.category() == Category.CONTACT
            && record.author().filter(record.holder()::equals).isPresent()
            && record.field(Fields.KIND).filter(LABELS::contains).isPresent();
    return says ? record.field(Fields.VALUE).flatMap(StatedFacts::date) : Optional.empty();
  }

  private static Optional<LocalDate> date(String text) {
    return FORMS.stream()
        .flatMap(form -> date(text.strip(), form).stream())
        .filter(EARLIEST::isBefore)
        .findFirst();
  }

  private static Optional<LocalDate> date(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
