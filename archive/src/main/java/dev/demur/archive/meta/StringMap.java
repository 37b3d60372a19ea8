package dev.demur.archive.meta;

import dev.demur.archive.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Instagram's `string_map_data`: values under labels in the member's language.
///
/// A label is looked up in a table of the languages seen; where it is not there, the value's own
/// form decides: the entry that has a time and no value is the time, the longest value that is no
/// handle is the text.
record StringMap(Map<String, Json> entries) {
  static final List<String> USERNAME =
      List.of(
          "username",
          "gebruikersnaam",
          "benutzername",
          "nom d’utilisateur",
          "nom d'utilisateur",
          "nombre de usuario",
          "nome utente",
          "nome de usuário",
          "nome do utilizador",
          "användarnamn",
          "brukernavn",
          "korisničko ime",
          "nazwa użytkownika",
          "kullanıcı adı",
          "имя пользователя",
          "tên người dùng");
  static final List<String> NAME =
      List.of(
          "name",
          "naam",
          "nom",
          "nombre",
          "nome",
          "namn",
          "navn",
          "ime",
          "nazwa",
          "imię i nazwisko",
          "ad",
          "имя",
          "tên");
  static final List<String> BIO =
      List.of(
          "bio",
          "biography",
          "biografie",
          "biografía",
          "biografia",
          "steckbrief",
          "biographie",
          "biyografi",
          "tiểu sử");
  static final List<String> PRIVATE =
      List.of(
          "private account",
          "privéaccount",
          "privates konto",
          "compte privé",
          "cuenta privada",
          "account privato",
          "conta privada",
          "privat konto",
          "konto prywatne",
          "gizli hesap");
  static final List<String> COMMENT =
      List.of(
          "comment",
          "opmerking",
          "reactie",
          "kommentar",
          "commentaire",
          "comentario",
          "commento",
          "comentário",
          "komentar",
          "komentarz",
          "yorum",
          "комментарий",
          "bình luận");
  static final List<String> OWNER =
      List.of(
          "media owner",
          "media-eigenaar",
          "medieneigentümer",
          "propriétaire du média",
          "propietario del contenido multimedia",
          "proprietario del contenuto",
          "author",
          "auteur",
          "autor",
          "autore");
  static final List<String> TIME =
      List.of("time", "tijd", "zeit", "heure", "hora", "ora", "tid", "vrijeme", "czas", "zaman");
  private static final Pattern HANDLE = Pattern.compile("[a-z0-9._]{1,30}");

  static StringMap of(Json item) {
    return new StringMap(item.at("string_map_data").members());
  }

  static boolean isHandle(String text) {
    return HANDLE.matcher(text).matches();
  }

  /// The value under one of these labels.
  Optional<String> get(List<String> labels) {
    return entry(labels).flatMap(e -> e.text("value")).map(String::strip);
  }

  private Optional<Json> entry(List<String> labels) {
    return entries.entrySet().stream()
        .filter(e -> labels.contains(e.getKey().strip().toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The raw time: under its label, else of the entry that has nothing else, else any.
  Optional<String> time() {
    return entry(TIME)
        .flatMap(e -> e.text("timestamp"))
        .or(() -> timeWhere(true))
        .or(() -> timeWhere(false));
  }

  private Optional<String> timeWhere(boolean alone) {
    return entries.values().stream()
        .filter(e -> !alone || e.text("value").isEmpty())
        .flatMap(e -> e.text("timestamp").stream())
        .filter(t -> !t.equals("0"))
        .findFirst();
  }

  /// The comment: under its label, else the longest value that cannot be a handle.
  Optional<String> comment() {
    return get(COMMENT)
        .or(() ->
            entries.entrySet().stream()
                .filter(e -> !OWNER.contains(e.getKey().strip().toLowerCase(Locale.ROOT)))
                .flatMap(e -> e.getValue().text("value").stream())
                .filter(v -> !isHandle(v))
                .max(java.util.Comparator.comparingInt(String::length)));
  }

  /// Whose post was commented on: under its label, else a value that looks like a handle.
  Optional<String> owner() {
    Optional<String> text = comment();
    return get(OWNER)
        .or(() ->
            entries.values().stream()
                .flatMap(e -> e.text("value").stream())
                .filter(v -> isHandle(v) && !text.equals(Optional.of(v)))
                .findFirst());
  }
}
