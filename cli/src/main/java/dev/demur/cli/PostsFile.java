package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Public posts by author, as JSON Lines `{"author","id","text"}`, for measurements.
///
/// @param postsEach at most so many of each author, the first in the file
/// @param longest characters after which a post is cut
record PostsFile(Path file, int postsEach, int longest) {
  /// The posts as rows of the corpus.
  List<CorpusRow> rows() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputRefused(file + ": no such file; give posts as JSON Lines with --posts");
    }
    Map<String, Integer> counts = new HashMap<>();
    List<CorpusRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      CorpusRow row = row(line, number);
      if (counts.merge(row.member().value(), 1, Integer::sum) <= postsEach) {
        rows.add(row);
      }
    }
    return rows;
  }

  private CorpusRow row(String line, int number) {
    JsonNode post = parse(line, number);
    String author = post.path("author").asString("");
    String text = post.path("text").asString("");
    if (author.isEmpty() || text.isBlank()) {
      throw new InputRefused("%s:%d: needs author and text".formatted(file, number));
    }
    return new CorpusRow(
        new MemberId(author),
        new RecordId("%032x".formatted(number)),
        Purpose.CONTENT_GENERATION,
        Category.CONTENT_POST,
        Optional.empty(),
        text.substring(0, Math.min(longest, text.length())),
        new TreeMap<>());
  }

  private JsonNode parse(String line, int number) {
    try {
      return Output.JSON.readTree(line);
    } catch (JacksonException e) {
      throw new InputRefused("%s:%d: not JSON".formatted(file, number), e);
    }
  }
}
