package dev.demur.ledger.notice;

import java.net.URI;
import java.util.Optional;

/// Where and how notices are mailed.
///
/// @param protocol `smtp` (with STARTTLS where offered) or `smtps`
/// @param from the sender's address
/// @param user empty for a server that asks for none; with one, `smtp` requires STARTTLS
/// @param perMinute how many messages at most, 1 or more
/// @param resend whether to send again what a killed run may have sent
public record SmtpSettings(
    String protocol,
    String host,
    int port,
    String from,
    Optional<String> user,
    Optional<String> password,
    int perMinute,
    boolean resend) {
  private static final int SMTP_PORT = 25;
  private static final int SMTPS_PORT = 465;

  public SmtpSettings {
    if (!from.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException("the sender must be an e-mail address, got: " + from);
    }
    if (perMinute < 1) {
      throw new IllegalArgumentException("at least 1 message a minute, got: " + perMinute);
    }
  }

  /// Settings for a server given as `smtp://HOST[:PORT]` or `smtps://HOST[:PORT]`.
  public static SmtpSettings of(String server, String from, int perMinute) {
    URI uri = parse(server);
    String protocol = String.valueOf(uri.getScheme());
    String host = uri.getHost();
    if (host == null || !(protocol.equals("smtp") || protocol.equals("smtps"))) {
      throw refused(server);
    }
    int usual = protocol.equals("smtp") ? SMTP_PORT : SMTPS_PORT;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return new SmtpSettings(
        protocol, host, port, from, Optional.empty(), Optional.empty(), perMinute, false);
  }

  private static URI parse(String server) {
    try {
      return URI.create(server);
    } catch (IllegalArgumentException e) {
      throw refused(server);
    }
  }

  private static IllegalArgumentException refused(String server) {
    return new IllegalArgumentException(
        "the mail server must be smtp://HOST[:PORT] or smtps://HOST[:PORT], got: " + server);
  }

  /// The same with a login.
  public SmtpSettings as(String name, String secret) {
    return new SmtpSettings(
        protocol, host, port, from, Optional.of(name), Optional.of(secret), perMinute, resend);
  }

  /// The same, sending again what a killed run may have sent.
  public SmtpSettings resending() {
    return new SmtpSettings(protocol, host, port, from, user, password, perMinute, true);
  }
}
