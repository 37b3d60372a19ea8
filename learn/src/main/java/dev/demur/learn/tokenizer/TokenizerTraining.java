package dev.demur.learn.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Learns a byte-level BPE vocabulary: again and again the most frequent pair becomes one token.
///
/// Depends on how often each word occurs and on nothing else. Of pairs that are equally frequent
/// the one whose left token has the smaller bytes goes first, then the smaller right token.
///
/// Use it on public text only: the vocabulary spells out frequent words of what it has seen.
public final class TokenizerTraining {
  private static final List<String> SPECIAL = List.of(SpecialTokens.BOS, SpecialTokens.EOS);
  private static final int MIN_COUNT = 2;

  private final List<byte[]> tokens = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<Pair, Occurrences> pairs = new HashMap<>();
  private final PriorityQueue<Candidate> queue =
      new PriorityQueue<>((one, other) -> {
        int byCount = Long.compare(other.count, one.count);
        return byCount != 0 ? byCount : compareBytes(one.pair, other.pair);
      });

  private TokenizerTraining(Map<String, Long> wordCounts) {
    for (int b = 0; b < ByteAlphabet.BYTES; b++) {
      tokens.add(new byte[] {(byte) b});
    }
    wordCounts.forEach((text, count) -> words.add(new Word(text, count)));
  }

  /// Trains a tokenizer with `<|bos|>`, `<|eos|>`, the 256 bytes and as many merged tokens as fit,
  /// or fewer where no pair occurs twice.
  ///
  /// @param vocabularySize 258 or more
  public static Tokenizer train(Stream<String> texts, int vocabularySize)
      throws TokenizerException {
    int smallest = SPECIAL.size() + ByteAlphabet.BYTES;
    if (vocabularySize < smallest) {
      throw new IllegalArgumentException(
          "vocabularySize must be %d or more, got %d".formatted(smallest, vocabularySize));
    }
    Splitter splitter = new Splitter(List.of(Splitter.compile(Splitter.OWN)));
    Map<String, Long> counts = new TreeMap<>();
    texts.forEach(text -> splitter.split(text, word -> counts.merge(word, 1L, Long::sum)));
    return new TokenizerTraining(counts).run(vocabularySize - SPECIAL.size());
  }

  private Tokenizer run(int size) throws TokenizerException {
    for (int i = 0; i < words.size(); i++) {
      count(i, 1, new HashSet<>());
    }
    pairs.forEach((pair, occurrences) -> queue.add(new Candidate(pair, occurrences.count)));
    Map<String, Integer> ids = new HashMap<>();
    tokens.forEach(token -> ids.put(ByteAlphabet.write(token), ids.size()));
    Set<TokenizerJson.Pair> merges = new LinkedHashSet<>();
    while (tokens.size() < size) {
      Candidate best = queue.poll();
      if (best == null || best.count < MIN_COUNT) {
        break;
      }
      Occurrences now = pairs.get(best.pair);
      if (now != null && now.count == best.count) {
        merges.add(merge(best.pair, ids));
      }
    }
    List<String> written = tokens.stream().map(ByteAlphabet::write).toList();
    return Tokenizer.parse(TokenizerJson.write(SPECIAL, written, List.copyOf(merges)));
  }

  /// Makes one token of a pair. Two pairs may spell the same token, which then has one id; and so a
  /// pair may come back after it was merged, and be merged again.
  private TokenizerJson.Pair merge(Pair pair, Map<String, Integer> ids) {
    byte[] left = tokens.get(pair.left);
    byte[] right = tokens.get(pair.right);
    byte[] joined = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, joined, left.length, right.length);
    int result = ids.computeIfAbsent(ByteAlphabet.write(joined), text -> ids.size());
    if (result == tokens.size()) {
      tokens.add(joined);
    }
    Set<Pair> changed = new HashSet<>();
    for (int word : occurrences(pair).words) {
      count(word, -1, changed);
      words.get(word).merge(pair, result);
      count(word, 1, changed);
    }
    for (Pair other : changed) {
      if (occurrences(other).count == 0) {
        pairs.remove(other);
      } else {
        queue.add(new Candidate(other, occurrences(other).count));
      }
    }
    return new TokenizerJson.Pair(ByteAlphabet.write(left), ByteAlphabet.write(right));
  }

  /// Adds (+1) or takes away (-1) the pairs of one word.
  private void count(int index, int sign, Set<Pair> changed) {
    Word word = words.get(index);
    for (int i = 0; i + 1 < word.length; i++) {
      Pair pair = new Pair(word.tokens[i], word.tokens[i + 1]);
      Occurrences occurrences = occurrences(pair);
      occurrences.count += sign * word.count;
      occurrences.words.add(index);
      changed.add(pair);
    }
  }

  private Occurrences occurrences(Pair pair) {
    return pairs.computeIfAbsent(pair, p -> new Occurrences());
  }

  private int compareBytes(Pair one, Pair other) {
    int byLeft = Arrays.compareUnsigned(tokens.get(one.left), tokens.get(other.left));
    return byLeft != 0
        ? byLeft
        : Arrays.compareUnsigned(tokens.get(one.right), tokens.get(other.right));
  }

  private record Pair(int left, int right) {}

  /// A pair as frequent as it was when queued; stale once the count has changed.
  private record Candidate(Pair pair, long count) {}

  private static final class Occurrences {
    private long count;
    private final Set<Integer> words = new HashSet<>();
  }

  /// A word as the tokens it is made of so far.
  private static final class Word {
    private final long count;
    private final int[] tokens;
    private int length;

    Word(String text, long count) {
      this.count = count;
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      tokens = new int[bytes.length];
      for (byte b : bytes) {
        tokens[length++] = b & 0xFF;
      }
    }

    void merge(Pair pair, int result) {
      int to = 0;
      for (int from = 0; from < length; from++) {
        boolean here =
            tokens[from] == pair.left && from + 1 < length && tokens[from + 1] == pair.right;
        tokens[to++] = here ? result : tokens[from];
        from += here ? 1 : 0;
      }
      length = to;
    }
  }
}
