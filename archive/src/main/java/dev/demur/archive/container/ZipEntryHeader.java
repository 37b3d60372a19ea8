package dev.demur.archive.container;

/// One entry of a zip's central directory, as it stands there.
///
/// @param rawName the name's bytes, one Latin-1 character each
/// @param localOffset where its local header starts
/// @param externalAttributes in the high half, the Unix mode when `unix`
record ZipEntryHeader(
    String name,
    String rawName,
    int flags,
    int method,
    long crc,
    long packedSize,
    long size,
    long localOffset,
    boolean unix,
    int externalAttributes) {

  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final int FILE_TYPE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int DIRECTORY = 0x4000;

  boolean isDirectory() {
    return name.endsWith("/");
  }

  boolean isEncrypted() {
    return (flags & 0x41) != 0 || method == 99;
  }

  boolean hasDataDescriptor() {
    return (flags & 0x08) != 0;
  }

  /// Whether it is a link, a device or a pipe.
  boolean isSpecial() {
    int type = (externalAttributes >>> 16) & FILE_TYPE;
    return unix && type != 0 && type != REGULAR && type != DIRECTORY;
  }
}
