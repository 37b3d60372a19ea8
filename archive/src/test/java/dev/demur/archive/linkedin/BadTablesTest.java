package dev.demur.archive.linkedin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.ArchiveRefused;
import dev.demur.archive.Archives;
import dev.demur.archive.ImportResult;
import dev.demur.archive.Note;
import dev.demur.archive.RefusedEntry;
import dev.demur.archive.Skipped;
import dev.demur.archive.container.Limits;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables as members send them: opened in Excel, cut off, mislabelled. The good ones beside them
/// are kept.
final class BadTablesTest {
  private static final String POSITIONS =
      "Company Name,Title,Description,Location,Started On,Finished On\n";
  private static final String GOOD = "First Name,Last Name,Headline\nIlse,Example,Payroll\n";

  @TempDir Path folder;

  @Test
  void aTableWithoutAColumnItNeedsIsRefusedAndTheOthersAreKept() throws IOException {
    var result = read("Positions.csv", "Company Name,Description,Started On\nAcme,x,2020\n");
    assertRefused(
        result,
        "Positions.csv",
        1,
        "no header in its first 20 lines has the columns"
            + " companyname, description, startedon, title of Positions.csv");
    assertThat(result.records()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Vorname,Nachname,URL,E-Mail-Adresse,Firma,Position,Verbunden am|08 Feb. 2023",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le|08 févr. 2023",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el|08 feb 2023",
        "Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il|08 feb 2023",
        "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op|08 feb. 2023",
        "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em|08 fev. 2023",
      })
  void translatedHeadersAreRead(String header, String day) throws IOException {
    var result = read("Connections.csv", header + "\nIlse,B,,,Acme,Boss," + day + "\n");
    assertThat(result.refused()).isEmpty();
    assertThat(result.records())
        .filteredOn(r -> r.category() == Category.CONTACT_CONNECTION)
        .singleElement()
        .satisfies(r -> {
          assertThat(r.field(Fields.LAST_NAME)).contains("B");
          assertThat(r.field(Fields.COMPANY)).contains("Acme");
          assertThat(r.createdAt().orElseThrow().instant()).hasToString("2023-02-08T00:00:00Z");
        });
  }

  @Test
  void aTableOfOneTranslatedColumnIsRead() throws IOException {
    var result = read("Skills.csv", "Nombre\nPan de centeno\n");
    assertThat(result.records())
        .filteredOn(r -> r.category() == Category.PROFILE_SKILL)
        .extracting(r -> r.field(Fields.NAME).orElse(""))
        .contains("Pan de centeno");
  }

  @Test
  void headersInALanguageNobodyKnowsAreRefused() throws IOException {
    var result = read("Connections.csv", "Etunimi,Sukunimi,Yhdistetty\nIlse,B,8.2.2023\n");
    assertRefused(
        result,
        "Connections.csv",
        1,
        "no header in its first 20 lines has the columns"
            + " connectedon, firstname, lastname of Connections.csv");
  }

  @Test
  void aNeededColumnThatStandsTwiceIsRefused() throws IOException {
    var result =
        read("Positions.csv", "Title," + POSITIONS.strip() + "\nBoss,Acme,T,D,L,Jan 2020,\n");
    assertRefused(result, "Positions.csv", 1, "the column title stands twice");
  }

  @Test
  void shortAndLongRowsAreRefusedOneByOne() throws IOException {
    var result =
        read("Positions.csv", POSITIONS + "Acme\nAcme,T,D,L,2020,,x,y\nAcme,T,D,L,2020,\n");
    assertThat(result.refused())
        .containsExactly(
            new RefusedEntry("Positions.csv", 2, "has 1 of 6 cells"),
            new RefusedEntry("Positions.csv", 3, "has 8 cells, the header has 6"));
    assertThat(result.records()).hasSize(3);
  }

  @Test
  void anUnterminatedQuoteRefusesItsRowAndNotTheRest() throws IOException {
    var result =
        read(
            "Shares.csv",
            "Date,ShareLink,ShareCommentary\n2024-01-01 00:00:00,u1,\"never closed\n"
                + "2024-01-02 00:00:00,u2,fine\n");
    assertRefused(result, "Shares.csv", 2, "a quote is opened and never closed");
    assertThat(texts(result, Category.CONTENT_POST)).containsExactly("fine");
  }

  @Test
  void aNulCharacterRefusesItsRow() throws IOException {
    var result = read("Skills.csv", "Name\nTe\0a\nTea\n");
    assertRefused(result, "Skills.csv", 2, "holds a NUL character");
    assertThat(result.records()).hasSize(3);
  }

  @Test
  void aLogInPageNamedAsATableIsRefused() throws IOException {
    var result = read("Skills.csv", "\n<!DOCTYPE html>\n<html>sign in</html>");
    assertRefused(
        result, "Skills.csv", 1, "is an HTML page, not a table; the download was a log-in page");
  }

  @Test
  void tooManyRowsAreRefusedFromTheFirstTooMany() throws IOException {
    Path archive = Archives.folder(folder.resolve("a"), Map.of("Skills.csv", "Name\na\nb\nc\n"));
    var reader = new ArchiveReader(Limits.DEFAULT.withMaxTable(2, 100));
    var result = reader.read(archive, Optional.empty());
    assertRefused(result, "Skills.csv", 4, "has more than 2 rows; the rest is not read");
    assertThat(result.records()).hasSize(2);
  }

  @Test
  void emptyTablesAreSkipped() throws IOException {
    assertThat(read("Positions.csv", "").skipped())
        .containsExactly(new Skipped("Positions.csv", "is empty"));
    assertThat(read("Positions.csv", POSITIONS).skipped())
        .containsExactly(new Skipped("Positions.csv", "has no rows"));
    assertThat(read("Positions.csv", "\uFEFF\r\n").skipped())
        .containsExactly(new Skipped("Positions.csv", "has no rows"));
  }

  @Test
  void anExcelTableIsReadWhateverItsEncodingAndDelimiter() throws IOException {
    String table =
        "Company Name;Title;Description;Started On\r\n\"Müller; Söhne\";T;D;4-Apr-21\r\n";
    var result = readBytes("Positions.csv", table.getBytes(ISO_8859_1));
    assertThat(position(result).field(Fields.COMPANY)).contains("Müller; Söhne");
    assertThat(result.notes())
        .contains(new Note("Positions.csv", 2, "is not UTF-8; read as windows-1252"));

    byte[] utf16 = ("\uFEFF" + table.replace(';', '\t')).getBytes(UTF_16LE);
    assertThat(position(readBytes("Positions.csv", utf16)).field(Fields.STARTED))
        .contains("4-Apr-21");
    assertThat(position(readBytes("Positions.csv", Archives.utf8("\uFEFF" + table))).field("title"))
        .contains("T");
  }

  @Test
  void utf16WithoutAMarkIsRefused() throws IOException {
    var result = readBytes("Skills.csv", "Name\nTea\n".getBytes(UTF_16LE));
    assertRefused(result, "Skills.csv", 0, "is UTF-16 without a byte order mark");
  }

  @Test
  void aTableIsKnownByItsHeaderWhateverItIsCalled() throws IOException {
    var result = read("Postes.csv", POSITIONS + "Acme,T,D,L,2020,\n");
    assertThat(position(result).source().entry()).isEqualTo("Positions.csv");
    var misnamed = read("Skills.csv", POSITIONS + "Acme,T,D,L,2020,\n");
    assertThat(position(misnamed).source().entry()).isEqualTo("Positions.csv");
  }

  @Test
  void headersMayDifferInCaseSpacesAndUnderscores() throws IOException {
    var result =
        read("positions (1).csv", "COMPANY_NAME,title ,Description,Started  On\nAcme,T,D,2020\n");
    assertThat(position(result).field(Fields.COMPANY)).contains("Acme");
  }

  @Test
  void aHeaderIsFoundBehindADoubledPreambleAndARepeatedOneIsNoRow() throws IOException {
    String preamble = "Notes:\n\"Some, addresses\nare missing\"\n\n";
    String header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    var result =
        read(
            "Connections.csv",
            preamble + preamble + header + "A,B,,,,,08 Feb 2023\n" + header + "C,D,,,,,4-Apr-21");
    assertThat(result.refused()).isEmpty();
    assertThat(result.records().stream().filter(r -> r.category() == Category.CONTACT_CONNECTION))
        .hasSize(2);
  }

  @Test
  void anyTableThatSpeaksOfSalariesBecomesStubs() throws IOException {
    var byName = read("Salary_history.csv", POSITIONS + "Acme,T,secret words,L,2020,\n");
    var byColumn = read("Insights.csv", "Role,Total Compensation\nBoss,secret words\n");
    for (ImportResult result : List.of(byName, byColumn)) {
      assertThat(result.records().stream().filter(r -> r.category() == Category.SALARY))
          .singleElement()
          .satisfies(r -> assertThat(r.fields().toString()).doesNotContain("secret"));
    }
    var column = read("Skills.csv", "Name,Salary\nTea,secret words\n");
    assertThat(column.records().toString()).contains("salary.statement");
    assertThat(column.records().stream().map(MemberRecord::fields).toList().toString())
        .doesNotContain("secret");
  }

  @Test
  void aTimeThatNobodyUnderstandsIsNoted() throws IOException {
    var result = read("Comments.csv", "Date,Link,Message\nlately,u,Hello\n");
    assertThat(result.notes())
        .contains(new Note("Comments.csv", 2, "the time in column Date is not understood"));
    assertThat(texts(result, Category.CONTENT_COMMENT)).containsExactly("Hello");
  }

  @Test
  void anArchiveOfNothingKnownIsRefusedWithAHint() throws IOException {
    Path archive = Archives.zip(folder.resolve("a.zip"), Map.of("inner.zip", new byte[] {1}));
    assertThatThrownBy(() -> new ArchiveReader().read(archive, Optional.empty()))
        .isInstanceOfSatisfying(
            ArchiveRefused.class,
            refused -> {
              assertThat(refused).hasMessage(archive + ": holds no member archive of a known kind");
              assertThat(refused.hint())
                  .contains("it holds another zip; unpack it and import that one");
            });
  }

  @Test
  void aZipInsideAGoodArchiveIsSkippedByName() throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("Profile.csv", Archives.utf8(GOOD));
    entries.put("inner.zip", new byte[] {1});
    entries.put("__MACOSX/._Profile.csv", new byte[] {0, 1});
    Path archive = Archives.zip(folder.resolve("ilse.zip"), entries);
    var result = new ArchiveReader().read(archive, Optional.empty());
    assertThat(result.holder()).isEqualTo(new MemberId("ilse"));
    assertThat(result.skipped())
        .containsExactly(
            new Skipped("__MACOSX/._Profile.csv", "is the operating system's"),
            new Skipped("inner.zip", "is a zip inside the zip"));
  }

  private ImportResult read(String name, String content) throws IOException {
    return readBytes(name, Archives.utf8(content));
  }

  private ImportResult readBytes(String name, byte[] content) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    entries.put("export/Profile.csv", Archives.utf8(GOOD));
    entries.put("export/" + name, content);
    Path archive = Archives.zip(folder.resolve("a.zip"), entries);
    var result = new ArchiveReader().read(archive, Optional.of(new MemberId("ilse")));
    return new ImportResult(
        result.holder(),
        result.records(),
        result.skipped().stream().map(s -> new Skipped(plain(s.entry()), s.reason())).toList(),
        result.refused().stream()
            .map(r -> new RefusedEntry(plain(r.entry()), r.line(), r.reason()))
            .toList(),
        result.notes().stream().map(n -> new Note(plain(n.entry()), n.line(), n.text())).toList());
  }

  private static String plain(String entry) {
    return entry.replace("export/", "");
  }

  private static void assertRefused(ImportResult result, String entry, int line, String reason) {
    assertThat(result.refused()).containsExactly(new RefusedEntry(entry, line, reason));
  }

  private static MemberRecord position(ImportResult result) {
    return result.records().stream()
        .filter(r -> r.category() == Category.PROFILE_POSITION)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(ImportResult result, Category category) {
    return result.records().stream()
        .filter(r -> r.category() == category)
        .flatMap(r -> r.field(Fields.TEXT).stream())
        .toList();
  }
}
