package dev.demur.assist.evaluate;

import dev.demur.assist.embed.Embedder;
import java.util.ArrayList;
import java.util.List;

/// An embedder that tells how far it is with many texts.
record WatchedEmbedder(Embedder embedder, Watch watch) implements Embedder {
  private static final int AT_ONCE = 500;

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    if (texts.size() <= AT_ONCE) {
      return embedder.embed(texts);
    }
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += AT_ONCE) {
      int to = Math.min(texts.size(), from + AT_ONCE);
      vectors.addAll(embedder.embed(texts.subList(from, to)));
      watch.at("vectors", to, texts.size());
    }
    return vectors;
  }
}
