package dev.demur.archive.container;

/// One file of an archive.
///
/// @param name its path inside the archive, `/` between folders
/// @param size unpacked bytes, as the archive says; checked while reading
public record Entry(String name, long size) {
  /// The name without its folders.
  public String baseName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// Whether the operating system put it there, not the platform.
  public boolean isSystemFile() {
    String base = baseName();
    return name.startsWith("__MACOSX/")
        || name.contains("/__MACOSX/")
        || base.equals(".DS_Store")
        || base.equalsIgnoreCase("Thumbs.db")
        || base.equalsIgnoreCase("desktop.ini")
        || base.startsWith("._");
  }
}
