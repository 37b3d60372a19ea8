package dev.demur.assist.career;

/// A job to be filled.
///
/// @param text what it is about and what it asks for
public record Job(String id, String title, String text) {

  String whole() {
    return title + "\n" + text;
  }
}
