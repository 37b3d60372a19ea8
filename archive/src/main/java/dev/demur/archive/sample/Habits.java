package dev.demur.archive.sample;

/// How a person uses the network.
///
/// @param language what they write in beside English, ISO 639-1
/// @param nativeShare share of their posts in that language
/// @param sociability how many others they know, relative to the average; heavy-tailed
/// @param posts how many posts they wrote; heavy-tailed, many have none
record Habits(Tone tone, String language, double nativeShare, double sociability, int posts) {

  /// How a person sounds.
  enum Tone {
    PLAIN,
    WARM,
    DRY,
    KEEN
  }
}
