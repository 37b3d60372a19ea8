package dev.demur.assist.embed;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sentence model MiniLM (L6, v2, 8 bit), whose weights come with its library.
///
/// Each text is run by itself: the model scales its activations by the largest one of a batch, so
/// that texts of one run would change each other's vectors. What was asked lately is kept.
/// Thread-safe.
public final class MiniLm implements Embedder {
  private static final int DIMENSIONS = 384;
  private static final int MOST_KEPT = 20_000;
  private static final String BLANK = ".";

  private final AllMiniLmL6V2QuantizedEmbeddingModel model =
      new AllMiniLmL6V2QuantizedEmbeddingModel();

  /// Oldest first.
  private final Map<String, float[]> kept = new LinkedHashMap<>();

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public String name() {
    return "all-minilm-l6-v2-q";
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    Map<String, float[]> vectors = known(texts);
    List<String> missing =
        texts.stream().distinct().filter(text -> !vectors.containsKey(text)).toList();
    if (!missing.isEmpty()) {
      List<TextSegment> segments =
          missing.stream().map(text -> TextSegment.from(text.isBlank() ? BLANK : text)).toList();
      List<Embedding> embeddings = model.embedAll(segments).content();
      for (int i = 0; i < missing.size(); i++) {
        vectors.put(missing.get(i), normal(embeddings.get(i).vector()));
      }
      keep(missing, vectors);
    }
    List<float[]> result = new ArrayList<>();
    texts.forEach(text -> result.add(vectors.getOrDefault(text, new float[DIMENSIONS]).clone()));
    return result;
  }

  private Map<String, float[]> known(List<String> texts) {
    Map<String, float[]> known = new HashMap<>();
    synchronized (kept) {
      for (String text : texts) {
        if (kept.containsKey(text)) {
          known.put(text, kept.get(text));
        }
      }
    }
    return known;
  }

  private void keep(List<String> texts, Map<String, float[]> vectors) {
    synchronized (kept) {
      texts.forEach(text -> kept.put(text, vectors.get(text)));
      var oldest = kept.keySet().iterator();
      for (int tooMany = kept.size() - MOST_KEPT; tooMany > 0; tooMany--) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  private static float[] normal(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float scale = squares == 0 ? 0 : (float) (1 / StrictMath.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }
}
