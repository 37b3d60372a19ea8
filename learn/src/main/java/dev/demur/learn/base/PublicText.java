package dev.demur.learn.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads files of public text into documents.
///
/// A name that ends in `.jsonl` is JSON Lines of `{"id","text"}`; a table of O*NET is known by its
/// first column; anything else is one document of plain text, whose id is its name. The tables of
/// O*NET are read together, see [OnetText].
final class PublicText {
  private PublicText() {}

  /// All documents: files in the order given, the occupations of O*NET last; equal texts once.
  static List<PublicDocument> read(List<Path> files) throws IOException {
    List<PublicDocument> documents = new ArrayList<>();
    OnetText onet = new OnetText();
    for (Path file : files) {
      try {
        if (file.toString().endsWith(".jsonl")) {
          readLines(file, documents);
        } else if (OnetText.isTable(file)) {
          onet.add(file);
        } else {
          addText(file, String.valueOf(file.getFileName()), Files.readString(file), documents);
        }
      } catch (CharacterCodingException e) {
        throw new PublicTextException(file, "not UTF-8");
      }
    }
    documents.addAll(onet.documents());
    return distinct(documents);
  }

  private static void readLines(Path file, List<PublicDocument> documents) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        JsonNode node;
        try {
          node = JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
          throw new PublicTextException(file, number, "not JSON: " + e.getOriginalMessage());
        }
        if (!node.path("id").isString() || !node.path("text").isString()) {
          throw new PublicTextException(
              file, number, "must be an object with the strings 'id' and 'text'");
        }
        addText(file, node.path("id").stringValue(), node.path("text").stringValue(), documents);
      }
    }
  }

  private static void addText(Path file, String id, String text, List<PublicDocument> documents)
      throws PublicTextException {
    if (id.isBlank()) {
      throw new PublicTextException(file, "a document has a blank id");
    }
    if (!text.isBlank()) {
      documents.add(new PublicDocument(id, text.strip()));
    }
  }

  /// The first of documents with equal text, so that none is learnt from and measured on.
  private static List<PublicDocument> distinct(List<PublicDocument> documents) {
    Map<String, PublicDocument> byText = new LinkedHashMap<>();
    documents.forEach(document -> byText.putIfAbsent(document.text(), document));
    return List.copyOf(byText.values());
  }
}
