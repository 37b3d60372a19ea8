package dev.demur.bench.corpus;

import dev.demur.archive.ArchiveReader;
import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import dev.demur.model.Fields;
import dev.demur.model.MemberRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Any amount of text out of the sentences of a sample network: three to ten sentences each, drawn
/// at random, and now and then a text said before, with one sentence more.
final class GeneratedTexts {
  private static final int MEMBERS = 150;
  private static final int MIN_SENTENCE = 20;
  private static final int REPEATED_ONE_IN = 50;
  private static final int REMEMBERED = 1000;

  private final List<String> sentences;
  private final SplittableRandom random;
  private final List<String> before = new ArrayList<>();

  GeneratedTexts(List<String> sentences, long seed) {
    this.sentences = sentences;
    this.random = new SplittableRandom(seed);
  }

  /// The sentences that members of a sample network wrote, all that they planted in them included.
  static List<String> sentences(Path folder, long seed) throws IOException {
    SampleNetwork.write(new SampleSettings(MEMBERS, seed), folder);
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> archives = Files.list(folder.resolve("archives"))) {
      for (Path archive : archives.sorted().toList()) {
        for (MemberRecord each : new ArchiveReader().read(archive, Optional.empty()).records()) {
          Stream.of(Fields.TEXT, Fields.DESCRIPTION, Fields.ANSWER)
              .flatMap(name -> each.field(name).stream())
              .flatMap(text -> Stream.of(text.split("(?<=[.!?])\\s+")))
              .filter(sentence -> sentence.length() >= MIN_SENTENCE)
              .forEach(sentences::add);
        }
      }
    }
    return sentences;
  }

  String next() {
    StringBuilder text = new StringBuilder();
    if (before.size() == REMEMBERED && random.nextInt(REPEATED_ONE_IN) == 0) {
      text.append(before.get(random.nextInt(REMEMBERED)));
    } else {
      for (int i = random.nextInt(2, 9); i > 0; i--) {
        text.append(sentence()).append(' ');
      }
    }
    String made = text.append(' ').append(sentence()).toString();
    if (before.size() < REMEMBERED) {
      before.add(made);
    }
    return made;
  }

  private String sentence() {
    return sentences.get(random.nextInt(sentences.size()));
  }

  /// Writes texts as lines, at least so many characters.
  void write(Path file, long characters) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      long written = 0;
      while (written < characters) {
        String line = next().replace('\n', ' ').replace('\r', ' ');
        lines.write(line);
        lines.newLine();
        written += line.length();
      }
    }
  }
}
