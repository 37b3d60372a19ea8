package dev.demur.bench.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/// One line of JSON being put together, in UTF-8; used again and again.
final class JsonLine {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] ESCAPED = escaped();
  private static final int MAX_ESCAPE = 6;
  private static final int INSTANT_LENGTH = "\"2025-01-02T03:04:05.678Z\"".length();
  private static final int NANOS_PER_MILLI = 1_000_000;

  private byte[] line = new byte[1 << 12];
  private int length;

  /// Characters that stand for themselves in JSON's syntax.
  static byte[] syntax(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /// Controls, quote and backslash; every other byte of UTF-8 stands for itself.
  private static boolean[] escaped() {
    boolean[] escaped = new boolean[256];
    Arrays.fill(escaped, 0, ' ', true);
    escaped['"'] = true;
    escaped['\\'] = true;
    return escaped;
  }

  void clear() {
    length = 0;
  }

  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  JsonLine add(byte[] syntax) {
    room(syntax.length);
    System.arraycopy(syntax, 0, line, length, syntax.length);
    length += syntax.length;
    return this;
  }

  JsonLine add(int number) {
    return add(syntax(Integer.toString(number)));
  }

  JsonLine text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(MAX_ESCAPE * bytes.length + 2);
    line[length++] = '"';
    int plain = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (ESCAPED[bytes[i] & 0xFF]) {
        copy(bytes, plain, i);
        escape(bytes[i]);
        plain = i + 1;
      }
    }
    copy(bytes, plain, bytes.length);
    line[length++] = '"';
    return this;
  }

  private void copy(byte[] bytes, int from, int to) {
    System.arraycopy(bytes, from, line, length, to - from);
    length += to - from;
  }

  private void escape(byte b) {
    line[length++] = '\\';
    if (b == '"' || b == '\\') {
      line[length++] = b;
      return;
    }
    line[length++] = 'u';
    line[length++] = '0';
    line[length++] = '0';
    line[length++] = HEX[b >> 4];
    line[length++] = HEX[b & 15];
  }

  /// As [Instant#toString] writes it, which is slower.
  JsonLine instant(Instant instant) {
    var time =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
    if (time.getNano() % NANOS_PER_MILLI != 0 || time.getYear() < 1000 || time.getYear() > 9999) {
      return text(instant.toString());
    }
    room(INSTANT_LENGTH);
    line[length++] = '"';
    digits(time.getYear(), 1000, '-');
    digits(time.getMonthValue(), 10, '-');
    digits(time.getDayOfMonth(), 10, 'T');
    digits(time.getHour(), 10, ':');
    digits(time.getMinute(), 10, ':');
    if (time.getNano() == 0) {
      digits(time.getSecond(), 10, 'Z');
    } else {
      digits(time.getSecond(), 10, '.');
      digits(time.getNano() / NANOS_PER_MILLI, 100, 'Z');
    }
    line[length++] = '"';
    return this;
  }

  /// A number with leading zeros, and what stands behind it.
  private void digits(int number, int highest, char behind) {
    for (int unit = highest; unit > 0; unit /= 10) {
      line[length++] = (byte) ('0' + number / unit % 10);
    }
    line[length++] = (byte) behind;
  }

  private void room(int more) {
    if (line.length - length < more) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
  }
}
