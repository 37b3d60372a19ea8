package dev.demur.archive.whatsapp;

import dev.demur.archive.ImportLog;
import dev.demur.archive.RecordDraft;
import dev.demur.archive.container.TextEntry;
import dev.demur.archive.text.Persons;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberId;
import dev.demur.model.Moment;
import dev.demur.model.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One exported chat: read once to learn how its headers are written, and once for its messages.
///
/// All of it is private, so each message leaves who, when and what sort, and no text.
final class Chat {
  /// Lines by which a file is told to be a chat.
  private static final int SAMPLE = 50;

  private static final int MAX_LINE = 1 << 16;
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()\\u2010\\u2011./-]{6,25}");
  private static final Pattern MENTION = Pattern.compile("@?\u2068([^\u2068\u2069]{1,100})\u2069");

  private final TextEntry text;
  private final DateOrder order = new DateOrder();
  private final Senders senders = new Senders();
  private Optional<Header.Shape> shape = Optional.empty();

  private Chat(TextEntry text) {
    this.text = text;
  }

  static Chat of(TextEntry text) {
    var chat = new Chat(text);
    if (text.encoding().isPresent()) {
      chat.shape = chat.commonShape();
      chat.lines((line, number) -> chat.header(line).ifPresent(chat::see));
    }
    return chat;
  }

  TextEntry text() {
    return text;
  }

  /// Whether most of its first lines start messages.
  static boolean looksLikeOne(String head) {
    List<String> lines =
        head.lines().map(Lines::clean).filter(l -> !l.isBlank()).limit(SAMPLE).toList();
    long headers = lines.stream().filter(l -> Header.of(l).isPresent()).count();
    return headers > 0 && headers * 10 >= lines.size() * 6L;
  }

  /// How most of the first headers are written; of equals, the one that comes first.
  private Optional<Header.Shape> commonShape() {
    var counts = new HashMap<Header.Shape, Integer>();
    var seen = new ArrayList<Header.Shape>();
    lines((line, number) -> {
      if (number <= SAMPLE * 4) {
        Header.of(line)
            .ifPresent(h -> {
              counts.merge(h.shape(), 1, Integer::sum);
              seen.add(h.shape());
            });
      }
    });
    return seen.stream()
        .distinct()
        .max(
            java.util.Comparator.<Header.Shape>comparingInt(s -> counts.getOrDefault(s, 0))
                .thenComparingInt(s -> -seen.indexOf(s)));
  }

  private Optional<Header> header(String line) {
    return Header.of(line).filter(h -> shape.equals(Optional.of(h.shape())));
  }

  private void see(Header header) {
    order.see(header);
    senders.see(header.rest());
  }

  private interface LineTaker {
    void take(String line, int number);
  }

  private void lines(LineTaker taker) {
    try (BufferedReader reader = Lines.buffered(text.open())) {
      int number = 0;
      String line;
      while ((line = Lines.read(reader, MAX_LINE)) != null) {
        number++;
        taker.take(Lines.clean(line), number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read entry " + text.entry().name(), e);
    }
  }

  void read(MemberId holder, ImportLog log) {
    String entry = text.entry().name();
    if (text.encoding().isEmpty()) {
      log.refuse(entry, text.firstForeignLine(), text.fault());
      return;
    }
    if (shape.isEmpty()) {
      log.skip(entry, text.isEmpty() ? "is empty" : "has no messages");
      return;
    }
    if (order.isUndecided()) {
      log.note(entry, 1, "day and month cannot be told apart; the times are left out");
    }
    var reading = new Reading(holder, log);
    lines(reading::take);
    reading.finish();
  }

  /// The message being put together: its header, then the lines that go on with it.
  private final class Reading {
    private final Consumer<RecordDraft> out;
    private final MemberId holder;
    private final Map<String, Integer> sameTime = new HashMap<>();
    private final StringBuilder said = new StringBuilder();
    private Optional<Header> current = Optional.empty();
    private String lastTime = "";
    private int start;

    Reading(MemberId holder, ImportLog log) {
      this.holder = holder;
      this.out = draft -> log.record(draft.build());
    }

    void take(String line, int number) {
      Optional<Header> header = header(line);
      if (header.isPresent()) {
        finish();
        current = header;
        start = number;
        said.setLength(0);
        said.append(header.get().rest());
      } else if (current.isPresent() && said.length() < MAX_LINE) {
        said.append('\n').append(line);
      }
    }

    void finish() {
      current.ifPresent(this::emit);
      current = Optional.empty();
    }

    private void emit(Header header) {
      Line line = Line.of(said.toString(), senders);
      Optional<MemberId> sender = line.sender().flatMap(Chat::person).map(this::orHolder);
      RecordDraft draft =
          new RecordDraft(
                  holder, new Source(WhatsApp.NAME, "chat.txt", start), Category.PRIVATE_MESSAGE)
              .author(sender)
              .mentions(mentions(line.text()))
              .at(moment(header))
              .put(Fields.KIND, line.kind())
              .key(key(header, sender, line.text()));
      out.accept(draft);
    }

    private MemberId orHolder(MemberId person) {
      boolean named = person.equals(MemberId.ofName(holder.value()));
      return named || person.value().equalsIgnoreCase(holder.value()) ? holder : person;
    }

    /// Two messages that are equal to the letter are told apart by their order.
    private List<String> key(Header header, Optional<MemberId> sender, String words) {
      if (!header.raw().equals(lastTime)) {
        sameTime.clear();
        lastTime = header.raw();
      }
      String who = sender.map(MemberId::value).orElse("");
      int before = sameTime.merge(who + "\n" + words, 1, Integer::sum);
      return List.of(header.raw(), who, words, String.valueOf(before));
    }
  }

  private static List<MemberId> mentions(String words) {
    if (words.indexOf('\u2068') < 0) {
      return List.of();
    }
    var people = new ArrayList<MemberId>();
    Matcher matcher = MENTION.matcher(words);
    while (matcher.find()) {
      person(matcher.group(1)).filter(p -> !people.contains(p)).ifPresent(people::add);
    }
    return people;
  }

  /// A telephone number is an id; anything else a name, also one that the phone does not know.
  private static Optional<MemberId> person(String name) {
    String bare = Persons.clean(name).replaceFirst("^[~@]\\s*", "");
    if (PHONE.matcher(bare).matches()) {
      return Persons.byHandle(bare.replaceAll("[^\\d+]", ""));
    }
    return Persons.byName(bare);
  }

  private Optional<Moment> moment(Header header) {
    Optional<LocalDate> date = order.dateOf(header);
    return date.map(day -> {
      boolean seconds = header.second() >= 0;
      var local = day.atTime(header.hour(), header.minute(), Math.max(0, header.second()));
      return new Moment(
          local.toInstant(ZoneOffset.UTC),
          seconds ? Moment.Precision.SECOND : Moment.Precision.MINUTE,
          Moment.Zone.DEVICE_LOCAL_UNKNOWN,
          header.raw());
    });
  }
}
