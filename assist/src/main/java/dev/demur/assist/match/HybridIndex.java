package dev.demur.assist.match;

import dev.demur.assist.embed.Embedder;
import dev.demur.assist.embed.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// Texts found by their words (BM25) and by their meaning (vectors).
///
/// The index of words lies in memory and is made of the texts whenever they change: what is not
/// written need not be erased, and rarities of words never count anybody who has left. Immutable,
/// thread-safe.
public final class HybridIndex implements AutoCloseable {
  /// What BM25, as a share of its best, adds to the cosine.
  private static final float WORDS = 0.15f;

  private static final String FIELD = "text";

  /// Held, so that what is set stays: Lucene tells everybody which instructions it uses.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private static final int MOST_TERMS = 400;
  private static final int MOST_BY_WORDS = 1_000;

  static {
    LUCENE.setLevel(Level.WARNING);
  }

  private final List<Entry> entries;
  private final Vectors vectors;
  private final Embedder embedder;
  private final Analyzer analyzer = new EnglishAnalyzer();
  private final Directory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /// A text to be found.
  public record Entry(String id, String text) {
    /// Id and size only: the text may be a member's.
    @Override
    public String toString() {
      return "Entry[" + id + ", " + text.length() + " characters]";
    }
  }

  /// What was found.
  public record Found(String id, double score) {}

  /// @param vectors of the entries' texts, in the same order
  public HybridIndex(List<Entry> entries, Vectors vectors, Embedder embedder) {
    if (entries.size() != vectors.size()) {
      throw new IllegalArgumentException(
          "every entry needs a vector, got %d entries and %d vectors"
              .formatted(entries.size(), vectors.size()));
    }
    this.entries = List.copyOf(entries);
    this.vectors = vectors;
    this.embedder = embedder;
    try {
      write();
      this.reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be written", e);
    }
    this.searcher = new IndexSearcher(reader);
  }

  /// An index whose vectors are computed now.
  public static HybridIndex over(List<Entry> entries, Embedder embedder) {
    List<float[]> vectors = embedder.embed(entries.stream().map(Entry::text).toList());
    return new HybridIndex(entries, Vectors.of(embedder.dimensions(), vectors), embedder);
  }

  /// Documents are numbered as the entries: one writer, one segment.
  private void write() throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Entry entry : entries) {
        Document document = new Document();
        document.add(new TextField(FIELD, entry.text(), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  public int size() {
    return entries.size();
  }

  /// The best by words and meaning.
  ///
  /// @param allowed whether the entry of a number may be found; asked of the best ones only
  public List<Found> search(String text, int limit, IntPredicate allowed) {
    CompletableFuture<float[]> meaning =
        CompletableFuture.supplyAsync(() -> vectors.products(embedder.embed(text)));
    List<Hit> byWords = byWords(text, MOST_BY_WORDS);
    float[] scores = meaning.join();
    float best = byWords.isEmpty() ? 1 : byWords.getFirst().score();
    byWords.forEach(hit -> scores[hit.entry()] += WORDS * hit.score() / best);
    long[] packed = packed(scores);
    List<Found> found = new ArrayList<>();
    int sorted = 0;
    while (found.size() < limit && sorted < packed.length) {
      int end = Math.min(packed.length, Math.max(2 * limit, 4 * sorted));
      bringForward(packed, sorted, end);
      for (int i = sorted; i < end && found.size() < limit; i++) {
        int entry = (int) packed[i];
        if (allowed.test(entry)) {
          found.add(new Found(entries.get(entry).id(), scores[entry]));
        }
      }
      sorted = end;
    }
    return found;
  }

  /// Entries by falling score, then by number, each in the low half of a number.
  private static long[] packed(float[] scores) {
    long[] packed = new long[scores.length];
    for (int i = 0; i < packed.length; i++) {
      int bits = Float.floatToIntBits(scores[i]);
      int ascending = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
      packed[i] = (long) ~ascending << Integer.SIZE | i;
    }
    return packed;
  }

  /// Puts the smallest numbers from one place on before another place, in order.
  private static void bringForward(long[] numbers, int from, int to) {
    int low = from;
    int high = numbers.length - 1;
    while (low < high && to < numbers.length) {
      long pivot = numbers[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (numbers[left] < pivot) {
          left++;
        }
        while (numbers[right] > pivot) {
          right--;
        }
        if (left <= right) {
          long number = numbers[left];
          numbers[left++] = numbers[right];
          numbers[right--] = number;
        }
      }
      if (to - 1 <= right) {
        high = right;
      } else if (to - 1 >= left) {
        low = left;
      } else {
        break;
      }
    }
    Arrays.sort(numbers, from, to);
  }

  /// The best by words alone.
  public List<Found> searchWords(String text, int limit) {
    return byWords(text, limit).stream()
        .map(hit -> new Found(entries.get(hit.entry()).id(), hit.score()))
        .toList();
  }

  private record Hit(int entry, float score) {}

  private List<Hit> byWords(String text, int limit) {
    try {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      for (String term : terms(text)) {
        query.add(new TermQuery(new Term(FIELD, term)), BooleanClause.Occur.SHOULD);
      }
      List<Hit> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), Math.max(1, limit)).scoreDocs) {
        found.add(new Hit(hit.doc, hit.score));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be read", e);
    }
  }

  private List<String> terms(String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(FIELD, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken() && terms.size() < MOST_TERMS) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms.stream().distinct().toList();
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be closed", e);
    }
    analyzer.close();
  }
}
