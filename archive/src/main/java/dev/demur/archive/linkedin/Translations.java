package dev.demur.archive.linkedin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Columns that somebody translated, by hand or by a tool, into the languages most often met.
///
/// The platform's own headers are English whatever the member's language, so this is a second
/// guess: a column that is known in English is never translated.
final class Translations {
  /// English, then German, French, Spanish, Italian, Dutch and Portuguese, several of one language
  /// beside each other.
  private static final String WORDS =
      """
      First Name|Vorname|Prénom|Voornaam|Primeiro nome
      Last Name|Nachname|Nom de famille|Apellidos|Apellido|Cognome|Achternaam|Sobrenome|Apelido
      Email Address|E-Mail-Adresse|Adresse e-mail|Dirección de correo electrónico|Dirección de email|Indirizzo e-mail|Indirizzo email|E-mailadres|Endereço de e-mail
      Company|Firma|Unternehmen|Entreprise|Société|Empresa|Azienda|Bedrijf
      Position|Poste|Cargo|Posizione|Functie
      Connected On|Verbunden am|Vernetzt am|Date de connexion|Connecté le|Conectado el|Fecha de conexión|Collegato il|Data di collegamento|Verbonden op|Conectado em
      Company Name|Name des Unternehmens|Unternehmensname|Firmenname|Nom de l’entreprise|Nom de l'entreprise|Nombre de la empresa|Nome azienda|Nome dell'azienda|Bedrijfsnaam|Nome da empresa
      Title|Titel|Titre|Intitulé du poste|Título|Titolo|Functietitel
      Description|Beschreibung|Descripción|Descrizione|Beschrijving|Omschrijving|Descrição
      Location|Ort|Standort|Lieu|Ubicación|Località|Locatie|Localidade|Localização
      Started On|Begonnen am|Beginn|Commencé le|Empezó el|Iniziato il|Begonnen op|Iniciado em
      Finished On|Beendet am|Ende|Terminé le|Terminó el|Terminato il|Beëindigd op|Concluído em
      School Name|Name der Schule|Schule|Hochschule|Nom de l’école|Nom de l'école|École|Nombre de la escuela|Nome della scuola|Naam van school|Nome da escola
      Start Date|Startdatum|Anfangsdatum|Date de début|Fecha de inicio|Data di inizio|Data de início
      End Date|Enddatum|Date de fin|Fecha de fin|Fecha de finalización|Data di fine|Einddatum|Data de término
      Degree Name|Abschluss|Diplôme|Titulación|Titolo di studio|Diploma|Grau
      Headline|Profilslogan|Titre du profil|Titular|Sommario|Kopregel|Título do perfil
      Summary|Zusammenfassung|Info|Résumé|Resumen|Riepilogo|Samenvatting|Resumo
      Industry|Branche|Secteur|Sector|Settore|Setor
      Geo Location|Geografischer Standort|Zone géographique|Ubicación geográfica|Area geografica|Geografische locatie|Localização geográfica
      Date|Datum|Fecha|Data
      Message|Nachricht|Kommentar|Mensaje|Messaggio|Bericht|Mensagem
      Name|Bezeichnung|Naam
      """;

  private static final Map<String, String> ENGLISH = english();

  /// What means the first name beside a last name, and a thing's name without one.
  private static final List<String> FIRST_OR_THING = List.of("nombre", "nome");

  private Translations() {}

  private static Map<String, String> english() {
    var all = new HashMap<String, String>();
    WORDS
        .lines()
        .map(line -> line.split("\\|", -1))
        .forEach(words ->
            Stream.of(words)
                .skip(1)
                .forEach(w -> all.putIfAbsent(FileSpec.plain(w), FileSpec.plain(words[0]))));
    return Map.copyOf(all);
  }

  /// The columns in English where they are known, in the same order.
  static List<String> english(List<String> plain) {
    List<String> words = plain.stream().map(c -> ENGLISH.getOrDefault(c, c)).toList();
    boolean person = words.contains("lastname") || words.contains("firstname");
    return words.stream()
        .map(c -> FIRST_OR_THING.contains(c) ? (person ? "firstname" : "name") : c)
        .map(c -> c.equals("nom") ? (person ? "lastname" : "name") : c)
        .toList();
  }
}
