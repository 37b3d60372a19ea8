package dev.demur.bench.imports;

import dev.demur.archive.text.FrequentTexts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
  private static final int MAX_INT = 11;
  private static final int INSTANT_LENGTH = "\"2025-01-02T03:04:05.678Z\"".length();
  private static final int NANOS_PER_MILLI = 1_000_000;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;

  private static final int MAX_COMMON = 10_000;

  private final FrequentTexts<byte[]> common = new FrequentTexts<>(MAX_COMMON, JsonLine::textOf);
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
    room(MAX_INT);
    int end = length + MAX_INT;
    int start = end;
    long left = Math.abs((long) number);
    do {
      line[--start] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    if (number < 0) {
      line[--start] = '-';
    }
    System.arraycopy(line, start, line, length, end - start);
    length += end - start;
    return this;
  }

  /// A text of which there are few in all records, such as a field's name.
  JsonLine common(String value) {
    return add(common.get(value));
  }

  private static byte[] textOf(String value) {
    JsonLine alone = new JsonLine().text(value);
    return Arrays.copyOf(alone.line, alone.length);
  }

  JsonLine text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(MAX_ESCAPE * bytes.length + 2);
    line[length++] = '"';
    int plain = 0;
    for (int i = firstEscaped(bytes, 0); i < bytes.length; i = firstEscaped(bytes, plain)) {
      copy(bytes, plain, i);
      escape(bytes[i]);
      plain = i + 1;
    }
    copy(bytes, plain, bytes.length);
    line[length++] = '"';
    return this;
  }

  /// The first place of a byte that must be escaped; eight bytes at a time, as long as there are.
  private static int firstEscaped(byte[] bytes, int from) {
    int i = from;
    int last = bytes.length - Long.BYTES;
    while (i <= last && !hasEscaped((long) EIGHT.get(bytes, i))) {
      i += Long.BYTES;
    }
    if (i > last && last >= from && !hasEscaped((long) EIGHT.get(bytes, last))) {
      return bytes.length;
    }
    while (i < bytes.length && !ESCAPED[bytes[i] & 0xFF]) {
      i++;
    }
    return i;
  }

  /// Whether one of eight bytes is a control, a quote or a backslash; also true of some where none
  /// is, which then are looked at one by one.
  private static boolean hasEscaped(long eight) {
    long controls = (eight - ONES * ' ') & ~eight;
    long quotes = (eight ^ ONES * '"') - ONES;
    long backslashes = (eight ^ ONES * '\\') - ONES;
    return ((controls | (quotes & ~eight) | (backslashes & ~eight)) & ONES << 7) != 0;
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
    two(time.getYear() / 100);
    two(time.getYear() % 100, '-');
    two(time.getMonthValue(), '-');
    two(time.getDayOfMonth(), 'T');
    two(time.getHour(), ':');
    two(time.getMinute(), ':');
    int millis = time.getNano() / NANOS_PER_MILLI;
    two(time.getSecond(), millis == 0 ? 'Z' : '.');
    if (millis != 0) {
      line[length++] = (byte) ('0' + millis / 100);
      two(millis % 100, 'Z');
    }
    line[length++] = '"';
    return this;
  }

  /// A number of two digits, and what stands behind it.
  private void two(int number, char behind) {
    two(number);
    line[length++] = (byte) behind;
  }

  private void two(int number) {
    line[length++] = (byte) ('0' + number / 10);
    line[length++] = (byte) ('0' + number % 10);
  }

  private void room(int more) {
    if (line.length - length < more) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
    }
  }
}
