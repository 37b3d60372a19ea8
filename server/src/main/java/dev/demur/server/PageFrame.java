package dev.demur.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page shows around its content.
///
/// @param csrf the token that forms must send back; empty on pages without forms
/// @param words in the language of the page
/// @param path of the page itself
/// @param flash a message from the request before, or null
public record PageFrame(
    String title,
    boolean signedIn,
    String userName,
    String csrf,
    List<Link> links,
    @Nullable String flash,
    Words words,
    String path) {

  /// One entry of the navigation.
  public record Link(String href, String label, boolean current) {}
}
