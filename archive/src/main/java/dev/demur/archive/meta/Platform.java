package dev.demur.archive.meta;

/// Which of the two an entry belongs to.
enum Platform {
  FACEBOOK("facebook"),
  INSTAGRAM("instagram");

  private final String code;

  Platform(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
