package dev.demur.ledger.notice;

import dev.demur.ledger.log.Hash;
import dev.demur.model.MemberId;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// Tells members by e-mail.
///
/// The message lies in the outbox before it is sent, and is recorded after the mail server has
/// taken it. Killed in between, it may have gone out: then it is not sent again, but reported. The
/// Message-ID is a function of program, version and member, so that a second copy can be told.
public final class SmtpChannel implements NoticeChannel, AutoCloseable {
  private static final int AT_A_TIME = 20;
  private static final int PERMANENT = 500;
  private static final int ID_DIGITS = 32;

  private final SmtpSettings settings;
  private final Function<MemberId, Optional<String>> addresses;
  private final NoticeOutbox outbox;
  private final InstantSource clock;
  private final Session session;
  private @Nullable Transport transport;
  private long nextAt;

  /// @param addresses where members get their mail; kept nowhere
  /// @param clock for the message's date
  public SmtpChannel(
      SmtpSettings settings,
      Function<MemberId, Optional<String>> addresses,
      NoticeOutbox outbox,
      InstantSource clock) {
    this.settings = settings;
    this.addresses = addresses;
    this.outbox = outbox;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings), authenticator(settings));
  }

  private static Properties properties(SmtpSettings settings) {
    String prefix = "mail." + settings.protocol() + ".";
    String milliseconds = Long.toString(Duration.ofSeconds(30).toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", settings.protocol());
    properties.put(prefix + "host", settings.host());
    properties.put(prefix + "port", Integer.toString(settings.port()));
    properties.put(prefix + "auth", Boolean.toString(settings.user().isPresent()));
    properties.put(prefix + "starttls.enable", "true");
    properties.put(
        prefix + "starttls.required",
        Boolean.toString(settings.user().isPresent() && settings.protocol().equals("smtp")));
    properties.put(prefix + "connectiontimeout", milliseconds);
    properties.put(prefix + "timeout", milliseconds);
    properties.put(prefix + "writetimeout", milliseconds);
    properties.put("mail.smtp.allow8bitmime", "true");
    return properties;
  }

  private static @Nullable Authenticator authenticator(SmtpSettings settings) {
    if (settings.user().isEmpty()) {
      return null;
    }
    PasswordAuthentication who =
        new PasswordAuthentication(settings.user().get(), settings.password().orElse(""));
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return who;
      }
    };
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public int atATime() {
    return AT_A_TIME;
  }

  @Override
  public Delivery deliver(Letter letter) {
    Optional<String> address = addresses.apply(letter.member());
    if (address.isEmpty()) {
      return new NoAddress();
    }
    if (outbox.has(letter) && !settings.resend()) {
      return new Uncertain();
    }
    Transport connected = connected();
    waitForTurn();
    outbox.write(letter);
    try {
      MimeMessage message = message(letter, address.get());
      connected.sendMessage(message, message.getAllRecipients());
      return new Delivered();
    } catch (SendFailedException e) {
      outbox.remove(letter);
      return refused(e);
    } catch (MessagingException e) {
      // The connection broke while the message was under way: it stays uncertain.
      close();
      throw down(e);
    }
  }

  private Delivery refused(SendFailedException e) {
    int code = codeOf(e);
    if (code != 0 && code < PERMANENT) {
      throw down(e);
    }
    Exception last = e;
    while (last instanceof MessagingException each && each.getNextException() != null) {
      last = each.getNextException();
    }
    return new Bounced(String.valueOf(last.getMessage()).strip());
  }

  /// The server's reply, 0 when there is none.
  private static int codeOf(SendFailedException e) {
    for (Exception each = e; each instanceof MessagingException; ) {
      if (each instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode();
      }
      if (each instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
        return refused.getReturnCode();
      }
      each = ((MessagingException) each).getNextException();
    }
    return 0;
  }

  private NoticeChannelDown down(MessagingException e) {
    return new NoticeChannelDown(
        "the mail server %s:%d takes no mail now (%s); what was sent is recorded, run it again later"
            .formatted(settings.host(), settings.port(), String.valueOf(e.getMessage()).strip()),
        e);
  }

  private Transport connected() {
    Transport known = transport;
    if (known != null && known.isConnected()) {
      return known;
    }
    try {
      Transport fresh = session.getTransport();
      fresh.connect();
      transport = fresh;
      return fresh;
    } catch (MailConnectException e) {
      throw new NoticeChannelDown(
          "no mail server answers at %s:%d; nothing more was sent"
              .formatted(settings.host(), settings.port()),
          e);
    } catch (MessagingException e) {
      throw down(e);
    }
  }

  private void waitForTurn() {
    long now = System.nanoTime();
    try {
      if (nextAt > now) {
        Thread.sleep(Duration.ofNanos(nextAt - now));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoticeChannelDown("interrupted; run it again", e);
    }
    nextAt = Math.max(now, nextAt) + Duration.ofMinutes(1).toNanos() / settings.perMinute();
  }

  private MimeMessage message(Letter letter, String address) throws MessagingException {
    String id =
        Hash.sha256(letter.program() + "\0" + letter.version() + "\0" + letter.member())
            .hex()
            .substring(0, ID_DIGITS);
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + domain() + ">");
          }
        };
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
    message.setSubject(letter.message().subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.message().text(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    return message;
  }

  private String domain() {
    return settings.from().substring(settings.from().lastIndexOf('@') + 1);
  }

  @Override
  public void close() {
    Transport known = transport;
    transport = null;
    if (known != null) {
      try {
        known.close();
      } catch (MessagingException e) {
        // The connection is gone either way; what was sent has been told already.
      }
    }
  }
}
