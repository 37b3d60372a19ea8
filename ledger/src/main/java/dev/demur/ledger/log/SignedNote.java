package dev.demur.ledger.log;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Text signed by one or more keys (C2SP signed-note, <https://c2sp.org/signed-note>).
///
/// @param text ends with a line break
public record SignedNote(String text, List<Signature> signatures) {
  private static final String LINE_START = "— ";
  private static final int MAX_SIGNATURES = 64;
  private static final int MAX_LENGTH = 1_000_000;
  private static final int KEY_ID_BYTES = 4;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /// One signature line.
  ///
  /// @param name of the key
  /// @param blob base64 of the key's id (4 bytes) and the signature
  public record Signature(String name, String blob) {
    byte[] decoded() {
      return Base64.getDecoder().decode(blob);
    }
  }

  /// The note as it is stored and sent.
  public String format() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (Signature signature : signatures) {
      note.append(LINE_START).append(signature.name()).append(' ').append(signature.blob());
      note.append('\n');
    }
    return note.toString();
  }

  /// Reads a note. That it is well-formed says nothing about who signed it: see [NoteVerifier].
  ///
  /// @throws NoteRefused when it is malformed
  public static SignedNote parse(String note) {
    if (note.length() > MAX_LENGTH || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new NoteRefused("a signed note has no control characters and at most a million others");
    }
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
      throw new NoteRefused("a signed note is a text, an empty line, and signature lines");
    }
    String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MAX_SIGNATURES) {
      throw new NoteRefused("a signed note has at most 64 signatures, got " + lines.length);
    }
    List<Signature> signatures = new ArrayList<>();
    for (String line : lines) {
      signatures.add(signature(line));
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  private static Signature signature(String line) {
    String[] parts = line.startsWith(LINE_START) ? line.substring(2).split(" ", -1) : new String[0];
    if (parts.length != 2 || !validName(parts[0])) {
      throw new NoteRefused("a signature line is an em dash, a key name and base64, got: " + line);
    }
    Signature signature = new Signature(parts[0], parts[1]);
    try {
      byte[] decoded = signature.decoded();
      if (decoded.length > KEY_ID_BYTES
          && Base64.getEncoder().encodeToString(decoded).equals(parts[1])) {
        return signature;
      }
    } catch (IllegalArgumentException e) {
      throw new NoteRefused("a signature must be base64, got: " + parts[1], e);
    }
    throw new NoteRefused("a signature is a key id and at least one byte, got: " + parts[1]);
  }

  static boolean validName(String name) {
    return !name.isEmpty()
        && name.indexOf('+') < 0
        && name.codePoints()
            .noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
  }
}
