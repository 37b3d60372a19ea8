package dev.demur.bench.choices;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection to the server, kept open: as little work as HTTP/1.1 allows, so that the load
/// takes few cycles from the server on the same cores. Not thread-safe.
final class Connection implements AutoCloseable {
  private static final String LENGTH = "content-length:";
  private static final String ENCODING = "transfer-encoding:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] read = new byte[1 << 14];
  private int at;
  private int end;

  Connection(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// What came back.
  record Answer(int status, String body) {}

  /// Sends a request and waits for its answer.
  ///
  /// @param headers lines that end with `\r\n`
  Answer ask(String method, String path, String headers, String body) throws IOException {
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return answer();
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      } else if (header.regionMatches(true, 0, ENCODING, 0, ENCODING.length())) {
        chunked = header.contains("chunked");
      }
    }
    return new Answer(status, chunked ? chunks() : text(length));
  }

  private String chunks() throws IOException {
    StringBuilder whole = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      whole.append(text(size));
      line();
    }
    line();
    return whole.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String text(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int have = 0; have < length; ) {
      if (at == end) {
        fill(0);
      }
      int part = Math.min(length - have, end - at);
      System.arraycopy(read, at, bytes, have, part);
      at += part;
      have += part;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Without its end.
  private String line() throws IOException {
    int from = at;
    for (int i = at; ; i++) {
      if (i == end) {
        int kept = end - from;
        System.arraycopy(read, from, read, 0, kept);
        fill(kept);
        from = 0;
        i = kept;
      }
      if (read[i] == '\n') {
        at = i + 1;
        int until = i > from && read[i - 1] == '\r' ? i - 1 : i;
        return new String(read, from, until - from, StandardCharsets.ISO_8859_1);
      }
    }
  }

  /// Reads more behind the first `kept` bytes.
  private void fill(int kept) throws IOException {
    int more = kept == read.length ? -1 : in.read(read, kept, read.length - kept);
    if (more < 0) {
      throw new EOFException("the server closed the connection inside an answer");
    }
    at = 0;
    end = kept + more;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
