package dev.demur.archive.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes sample networks: archives as the platform would hand them to its members, what the
/// platform itself knows of the members, and what was planted where.
public final class SampleNetwork {
  private static final double UNKNOWN = 0.02;

  private SampleNetwork() {}

  /// Writes `archives/<member-id>.zip`, `members.jsonl` and `truth/` into a folder.
  ///
  /// Equal settings give equal bytes. Member `i` has the same archive whatever the number of
  /// members. Files of the same names are replaced.
  public static void write(SampleSettings settings, Path out) throws IOException {
    Catalogue catalogue = Catalogue.load();
    var network = new Network(catalogue, settings.seed());
    var texts = new Texts(catalogue, network);
    var posts = new Posts(catalogue, network, texts);
    Path archives = Files.createDirectories(out.resolve("archives"));
    try (BufferedWriter facts = Files.newBufferedWriter(out.resolve("members.jsonl"));
        var truth = new Truth(out.resolve("truth"))) {
      for (int i = 0; i < settings.members(); i++) {
        Person person = network.member(i);
        var scene = new Scene(person, catalogue, network, texts, posts, settings.canaries());
        SampleFormat format = settings.format().of(person);
        String id = format.id(person);
        List<ArchiveFile> files = format.files(scene);
        Zip.write(archives.resolve(id + ".zip"), entries(files));
        truth.add(person, format, files);
        facts.write(facts(id, person).toString());
        facts.write('\n');
      }
    }
  }

  private static Map<String, String> entries(List<ArchiveFile> files) {
    var entries = new LinkedHashMap<String, String>();
    files.forEach(file -> entries.put(file.entry(), file.content()));
    return entries;
  }

  /// What the platform knows: for a few members not where they live, for a few not how old they
  /// are.
  private static Json facts(String id, Person person) {
    Draw draw = person.draw().child("facts");
    var json = new Json().put("id", id);
    if (!draw.chance(UNKNOWN)) {
      json.put("country", person.home().country().code());
      json.put("countryFrom", person.registered().toString());
    }
    if (!draw.chance(UNKNOWN)) {
      json.put("birthDate", person.born().toString());
    }
    return json;
  }
}
