package dev.demur.archive.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads a table row by row, in memory bounded by the longest row.
/*
 * RFC 4180 first. A row that does not come out right that way (a quote closed in mid-cell, or
 * another number of cells than the header has) is read again with backslashes escaping quotes, and
 * then with only those quotes closing a cell that stand before a delimiter or a line end; the latter
 * for cells of one line only, because a quote that somebody forgot would otherwise swallow rows. A
 * row that fits none of these is given as broken, and reading goes on at the line after its first
 * one. Libraries stop there, which is why this is our own.
 *
 * Each failed row may cost the length of the longest cell, so a table with more than
 * MAX_BROKEN_QUOTES of them is given up: the time stays linear in the size of the file.
 */
public final class CsvReader implements Closeable {
  /// After so many rows whose quotes never close, the rest of the table is not read.
  static final int MAX_BROKEN_QUOTES = 100;

  private static final int FIRST_BUFFER = 1 << 13;
  private static final int CELLS_PER_ROW = 1000;
  private static final int END = -1;

  /// Characters of a row, in longest cells.
  private static final int MAX_CELLS_LENGTH = 4;

  private static final int OPEN = 1;
  private static final int MID_CELL = 2;
  private static final int TOO_LONG = 3;
  private static final int TOO_MANY = 4;
  private static final int ROW_TOO_LONG = 5;

  private final Reader text;
  private final char delimiter;

  /// Every character above it is a plain cell's own.
  private final char highestEnd;

  private final int maxCell;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private String last = "";
  private boolean holdsNul;
  private char[] buffer = new char[FIRST_BUFFER];
  private int rowStart;
  private int end;
  private boolean atEnd;
  private int line = 1;
  private int brokenQuotes;
  private int cellLines;

  /// How quotes inside quoted cells are read.
  private enum Quoting {
    RFC,
    BACKSLASH,
    LENIENT
  }

  /// @param text is closed with this reader
  /// @param maxCell characters of one cell; a longer one breaks its row
  public CsvReader(Reader text, char delimiter, int maxCell) {
    this.text = text;
    this.delimiter = delimiter;
    this.highestEnd = (char) Math.max(delimiter, '\r');
    this.maxCell = maxCell;
  }

  /// The next row with any number of cells, blank ones included; empty at the end.
  public Optional<CsvRow> next() throws IOException {
    return next(0, Integer.MAX_VALUE);
  }

  /// The next row, blank ones included; empty at the end.
  ///
  /// @param least how many cells it must have
  /// @param most how many it may have, beside empty ones at its end
  public Optional<CsvRow> next(int least, int most) throws IOException {
    compact();
    if (at(rowStart) == END) {
      return Optional.empty();
    }
    int first = line;
    Attempt strict = attempt(Quoting.RFC);
    if (fits(strict, least, most)) {
      return Optional.of(accepted(first, strict));
    }
    boolean wellFormed = strict.fault().isEmpty();
    String fault = wellFormed ? misfit(least, most) : strict.fault();
    if (strict.quoted()) {
      for (Quoting quoting : List.of(Quoting.BACKSLASH, Quoting.LENIENT)) {
        Attempt attempt = attempt(quoting);
        if (fits(attempt, least, most)) {
          return Optional.of(accepted(first, attempt));
        }
      }
    }
    if (wellFormed) {
      accepted(first, strict);
      return Optional.of(new CsvRow.Broken(first, fault));
    }
    return Optional.of(broken(first, fault));
  }

  /// Whether the character zero stands in a cell of the last row.
  public boolean holdsNul() {
    return holdsNul;
  }

  private boolean fits(Attempt attempt, int least, int most) {
    if (!attempt.fault().isEmpty()) {
      return false;
    }
    boolean blank = cells.size() == 1 && cells.getFirst().isBlank();
    boolean inRange = cells.size() >= least && cells.size() <= most;
    return blank || inRange || isPadded(most);
  }

  /// Whether the row is too long by empty cells only.
  private boolean isPadded(int most) {
    return cells.size() > most
        && cells.subList(most, cells.size()).stream().allMatch(String::isBlank);
  }

  private String misfit(int least, int most) {
    return cells.size() < least
        ? "has %d of %d cells".formatted(cells.size(), least)
        : "has %d cells, the header has %d".formatted(cells.size(), most);
  }

  private CsvRow accepted(int first, Attempt attempt) {
    line += attempt.lines();
    rowStart = attempt.end();
    return new CsvRow.Cells(first, cells);
  }

  /// Leaves the row's first line and goes on with the second.
  private CsvRow broken(int first, String fault) throws IOException {
    brokenQuotes++;
    if (brokenQuotes >= MAX_BROKEN_QUOTES) {
      skipAll();
      return new CsvRow.Broken(first, "too many rows with broken quotes; the rest is not read");
    }
    int at = rowStart;
    int character;
    while ((character = at(at)) != END && character != '\n' && character != '\r') {
      at++;
      if (at - rowStart > FIRST_BUFFER / 2) {
        rowStart = at;
        compact();
        at = rowStart;
      }
    }
    rowStart = afterLineEnd(at);
    line++;
    return new CsvRow.Broken(first, fault);
  }

  private void skipAll() throws IOException {
    rowStart = end;
    while (at(rowStart) != END) {
      rowStart = end;
      compact();
    }
  }

  /// One way to read the row at `rowStart`; its cells are in `cells`.
  ///
  /// @param end where the next row starts
  /// @param lines how many line ends it holds
  /// @param quoted whether any cell is quoted
  private record Attempt(int end, int lines, boolean quoted, String fault) {}

  private Attempt attempt(Quoting quoting) throws IOException {
    cells.clear();
    holdsNul = false;
    int lines = 0;
    boolean quoted = false;
    int at = rowStart;
    while (true) {
      boolean isQuoted = at(at) == '"';
      if (isQuoted) {
        quoted = true;
        long result = quotedCell(at + 1, quoting);
        if (result < 0) {
          return new Attempt(at, lines, true, fault((int) -result));
        }
        at = (int) result;
        lines += cellLines;
      } else {
        at = plainCell(at);
      }
      String text = last;
      if (text.length() > maxCell) {
        return new Attempt(at, lines, quoted, fault(TOO_LONG));
      }
      if (at - rowStart > MAX_CELLS_LENGTH * (long) maxCell) {
        return new Attempt(at, lines, quoted, fault(ROW_TOO_LONG));
      }
      if (cells.size() == CELLS_PER_ROW) {
        return new Attempt(at, lines, quoted, fault(TOO_MANY));
      }
      cells.add(text);
      if (at(at) != delimiter) {
        boolean ended = at(at) == END;
        return new Attempt(afterLineEnd(at), lines + (ended ? 0 : 1), quoted, "");
      }
      at++;
    }
  }

  private String fault(int kind) {
    return switch (kind) {
      case OPEN -> "a quote is opened and never closed";
      case MID_CELL -> "a quote is closed in the middle of a cell";
      case TOO_LONG -> "a cell has more than %d characters".formatted(maxCell);
      case TOO_MANY -> "has more than %d cells".formatted(CELLS_PER_ROW);
      case ROW_TOO_LONG ->
          "has more than %d characters".formatted(MAX_CELLS_LENGTH * (long) maxCell);
      default -> throw new IllegalArgumentException("no fault " + kind);
    };
  }

  /// Reads to the end of a cell without quotes into `last`.
  private int plainCell(int from) throws IOException {
    int at = from;
    while (at(at) != END && at - from <= maxCell) {
      int stop = end;
      while (at < stop && !endsPlainCell(buffer[at])) {
        at++;
      }
      if (at < stop) {
        break;
      }
    }
    last = at == from ? "" : new String(buffer, from, at - from);
    return at;
  }

  private boolean endsPlainCell(char character) {
    if (character > highestEnd) {
      return false;
    }
    holdsNul |= character == 0;
    return character == delimiter || character == '\n' || character == '\r';
  }

  /// Reads to the closing quote into `last`.
  ///
  /// @return the place after it, or minus the fault
  private long quotedCell(int from, Quoting quoting) throws IOException {
    cellLines = 0;
    int plain = endOfOrdinary(from);
    if (at(plain) == '"' && isCellEnd(at(plain + 1)) && plain - from <= maxCell) {
      last = new String(buffer, from, plain - from);
      return plain + 1L;
    }
    cell.setLength(0);
    int at = from;
    while (true) {
      int character = at(at);
      if (character == END) {
        return -OPEN;
      }
      if (cell.length() > maxCell) {
        return -TOO_LONG;
      }
      if (character == '"') {
        int next = at(at + 1);
        if (next == '"' && !(quoting == Quoting.LENIENT && isCellEnd(at(at + 2)))) {
          cell.append('"');
          at += 2;
        } else if (isCellEnd(next)) {
          last = cell.toString();
          return at + 1L;
        } else if (quoting == Quoting.LENIENT) {
          cell.append('"');
          at++;
        } else {
          return -MID_CELL;
        }
      } else if (character == '\\' && quoting == Quoting.BACKSLASH && isEscaped(at(at + 1))) {
        cell.append((char) at(at + 1));
        at += 2;
      } else if (character == '\n' || character == '\r') {
        if (quoting == Quoting.LENIENT) {
          return -MID_CELL;
        }
        cell.append('\n');
        cellLines++;
        at = afterLineEnd(at);
      } else {
        int start = at;
        at = endOfOrdinary(at + 1);
        cell.append(buffer, start, at - start);
      }
    }
  }

  /// The first place, of those in the buffer, where something stands that may mean more than itself
  /// inside quotes.
  private int endOfOrdinary(int from) {
    int at = from;
    int stop = end;
    while (at < stop && isOrdinary(buffer[at])) {
      at++;
    }
    return at;
  }

  private boolean isOrdinary(char character) {
    if (character > '\\') {
      return true;
    }
    holdsNul |= character == 0;
    return character != '"' && character != '\\' && character != '\n' && character != '\r';
  }

  private static boolean isEscaped(int character) {
    return character == '"' || character == '\\';
  }

  private boolean isCellEnd(int character) {
    return character == END || character == delimiter || character == '\n' || character == '\r';
  }

  /// The place after `\n`, `\r` or `\r\n`.
  private int afterLineEnd(int at) throws IOException {
    int character = at(at);
    if (character == '\r') {
      return at(at + 1) == '\n' ? at + 2 : at + 1;
    }
    return character == END ? at : at + 1;
  }

  /// The character at a place of the buffer, which is filled as far as needed.
  private int at(int place) throws IOException {
    while (place >= end) {
      if (atEnd) {
        return END;
      }
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int count = text.read(buffer, end, buffer.length - end);
      if (count < 0) {
        atEnd = true;
      } else {
        end += count;
      }
    }
    return buffer[place];
  }

  /// Moves the unread characters to the front when half of the buffer has been read.
  private void compact() {
    if (rowStart > buffer.length / 2) {
      System.arraycopy(buffer, rowStart, buffer, 0, end - rowStart);
      end -= rowStart;
      rowStart = 0;
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
