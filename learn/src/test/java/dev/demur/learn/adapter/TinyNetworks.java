package dev.demur.learn.adapter;

import dev.demur.learn.base.Base;
import dev.demur.learn.model.AdamWSettings;
import dev.demur.learn.model.LlamaConfig;
import dev.demur.learn.model.LlamaModel;
import dev.demur.learn.model.LoraConfig;
import dev.demur.learn.model.Projection;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.learn.tokenizer.TokenizerTraining;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Networks of a few members and a model of a few thousand weights, so that training takes a
/// moment.
final class TinyNetworks {
  static final byte[] KEY = "a key that only the tests know".getBytes(StandardCharsets.UTF_8);
  static final Base BASE = base();
  static final AdapterSettings SETTINGS =
      new AdapterSettings(
          new LoraConfig(2, 4, 7, EnumSet.of(Projection.QUERY, Projection.DOWN)),
          AdamWSettings.standard().withWeightDecay(0),
          1e-2f,
          2,
          3,
          12,
          2);

  private static final List<String> WORDS =
      List.of("nurse", "plans", "ships", "a", "team", "of", "ten", "for", "Élan,", "now.");

  private TinyNetworks() {}

  private static Base base() {
    try {
      Tokenizer tokenizer =
          TokenizerTraining.train(Stream.of("a team of nurses plans ten ships now"), 270);
      LlamaConfig config = LlamaConfig.small(tokenizer.vocabularySize(), 16, 24, 1, 2, 32);
      return new Base(LlamaModel.initialise(config, 3), tokenizer, "tiny base");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A row of content generation for one member.
  static CorpusRow row(String member, int record, String text) {
    return new CorpusRow(
        new MemberId(member),
        new RecordId("%032x".formatted(record)),
        Purpose.CONTENT_GENERATION,
        Category.CONTENT_POST,
        Optional.empty(),
        text,
        new TreeMap<>());
  }

  /// Rows of up to `members` random members; some have nothing but blank text, some write a lot.
  static List<CorpusRow> random(SplittableRandom random, int members) {
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      String member = "member-" + random.nextInt(1_000_000);
      int records = 1 + random.nextInt(3);
      boolean silent = random.nextInt(8) == 0;
      for (int record = 0; record < records; record++) {
        String text = silent ? "  " : text(random, random.nextInt(8) == 0 ? 30 : 6);
        rows.add(row(member, random.nextInt(Integer.MAX_VALUE), text));
      }
    }
    return rows;
  }

  private static String text(SplittableRandom random, int words) {
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(words); i >= 0; i--) {
      chosen.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", chosen);
  }

  /// The rows of everybody else.
  static List<CorpusRow> without(List<CorpusRow> rows, List<MemberId> leaving) {
    return rows.stream().filter(row -> !leaving.contains(row.member())).toList();
  }

  /// Every member who has a row, in order of id.
  static List<MemberId> members(List<CorpusRow> rows) {
    return rows.stream().map(CorpusRow::member).distinct().sorted().toList();
  }

  /// Makes all adapters of these rows in a folder.
  static SortedMap<SliceId, String> make(
      Assignment assignment, List<CorpusRow> rows, Path folder, SliceGate gate, int threads)
      throws IOException {
    return new AdapterTraining(BASE, SETTINGS, assignment, folder)
        .make(
            SliceRows.of(assignment.spreadForTraining(rows)),
            gate,
            AdapterProgress.silent(),
            threads);
  }

  static SortedMap<SliceId, String> make(Assignment assignment, List<CorpusRow> rows, Path folder)
      throws IOException {
    return make(assignment, rows, folder, SliceGate.open(), 1);
  }

  /// The digest of every file under a folder, by path.
  static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(folder.relativize(file).toString(), dev.demur.learn.file.Sha256.of(file));
      }
    }
    return digests;
  }
}
