package dev.demur.learn.privacy;

import dev.demur.learn.file.Sha256;
import dev.demur.learn.tokenizer.Tokenizer;
import dev.demur.model.Category;
import dev.demur.model.CorpusRow;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import dev.demur.model.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Members with their texts, a canary for each, and who is in which model: all by seed.
///
/// Each member is in just half of the shadow models, and the member's canary in half of those. Of
/// the target, half of the members of each number of repeats are in, half of them with their
/// canary.
public final class Cohort {
  private final PrivacySettings settings;
  private final CanarySpace space;
  private final SortedMap<MemberId, List<CorpusRow>> texts = new TreeMap<>();
  private final SortedMap<MemberId, Planted> planted = new TreeMap<>();
  private final List<Part> shadows = new ArrayList<>();
  private final Part target;
  private final SortedSet<MemberId> leavers;

  /// A member's canary.
  ///
  /// @param repeats how often it is written where it is in
  public record Planted(Canary canary, int repeats) {}

  /// Who is in a model.
  ///
  /// @param canaries members whose canary is in as well
  public record Part(SortedSet<MemberId> members, SortedSet<MemberId> canaries) {
    public Part {
      members = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(members));
      canaries = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(canaries));
    }

    /// The same after some have left.
    public Part without(Collection<MemberId> leaving) {
      SortedSet<MemberId> left = new TreeSet<>(members);
      SortedSet<MemberId> still = new TreeSet<>(canaries);
      left.removeAll(leaving);
      still.removeAll(leaving);
      return new Part(left, still);
    }
  }

  /// @param rows public or generated text of content generation, by author
  public Cohort(Collection<CorpusRow> rows, Tokenizer tokenizer, PrivacySettings settings) {
    this.settings = settings;
    this.space = CanarySpace.of(tokenizer);
    for (CorpusRow row : rows) {
      texts.computeIfAbsent(row.member(), member -> new ArrayList<>()).add(row);
    }
    int least = 4 * settings.repeats().size();
    if (texts.size() < least) {
      throw new IllegalArgumentException(
          "an evaluation needs %d members or more, got %d".formatted(least, texts.size()));
    }
    plant();
    divide();
    target = drawTarget();
    leavers = leaving();
  }

  private void plant() {
    List<MemberId> order = Halves.shuffled(members(), settings.seed(), "repeats");
    for (int i = 0; i < order.size(); i++) {
      MemberId member = order.get(i);
      Canary canary = space.draw(settings.seed(), member.value());
      int repeats = settings.repeats().get(i % settings.repeats().size());
      planted.put(member, new Planted(canary, repeats));
    }
  }

  private void divide() {
    List<SortedSet<MemberId>> in = new ArrayList<>();
    List<SortedSet<MemberId>> canaries = new ArrayList<>();
    for (int model = 0; model < settings.shadows(); model++) {
      in.add(new TreeSet<>());
      canaries.add(new TreeSet<>());
    }
    List<Integer> models = IntStream.range(0, settings.shadows()).boxed().toList();
    for (MemberId member : members()) {
      SortedSet<Integer> own = Halves.of(models, settings.seed(), "models of " + member.value());
      own.forEach(model -> in.get(model).add(member));
      Halves.of(List.copyOf(own), settings.seed(), "canary of " + member.value())
          .forEach(model -> canaries.get(model).add(member));
    }
    for (int model = 0; model < settings.shadows(); model++) {
      shadows.add(new Part(in.get(model), canaries.get(model)));
    }
  }

  private Part drawTarget() {
    SortedSet<MemberId> in = new TreeSet<>();
    SortedSet<MemberId> canaries = new TreeSet<>();
    for (int repeats : new TreeSet<>(settings.repeats())) {
      SortedSet<MemberId> half =
          Halves.of(withRepeats(repeats), settings.seed(), "target of " + repeats);
      in.addAll(half);
      canaries.addAll(
          Halves.of(List.copyOf(half), settings.seed(), "canaries of target " + repeats));
    }
    return new Part(in, canaries);
  }

  /// Members of every number of repeats by turns, all with their canary in the target.
  private SortedSet<MemberId> leaving() {
    SortedSet<MemberId> leaving = new TreeSet<>();
    List<List<MemberId>> groups =
        settings.repeats().stream()
            .map(repeats ->
                withRepeats(repeats).stream()
                    .filter(member -> target.canaries().contains(member))
                    .toList())
            .toList();
    for (int turn = 0; turn < texts.size(); turn++) {
      for (List<MemberId> group : groups) {
        if (turn < group.size() && leaving.size() < settings.leavers()) {
          leaving.add(group.get(turn));
        }
      }
    }
    return leaving;
  }

  private List<MemberId> withRepeats(int repeats) {
    return members().stream().filter(member -> planted(member).repeats() == repeats).toList();
  }

  public List<MemberId> members() {
    return List.copyOf(texts.keySet());
  }

  public CanarySpace space() {
    return space;
  }

  /// The canary of a member.
  public Planted planted(MemberId member) {
    Planted found = planted.get(member);
    if (found == null) {
      throw new IllegalArgumentException("no member of this evaluation: " + member);
    }
    return found;
  }

  /// The texts of a member, without the canary.
  public List<CorpusRow> texts(MemberId member) {
    return List.copyOf(texts.getOrDefault(member, List.of()));
  }

  /// Who is in each shadow model.
  public List<Part> shadows() {
    return List.copyOf(shadows);
  }

  /// Who is in the model that members leave.
  public Part target() {
    return target;
  }

  /// Who leaves the target.
  public SortedSet<MemberId> leavers() {
    return java.util.Collections.unmodifiableSortedSet(leavers);
  }

  /// Sentences of the canaries' space that no model learns from.
  public List<String> alternatives() {
    return IntStream.range(0, settings.alternatives())
        .mapToObj(i -> space.draw(settings.seed(), "alternative " + i).text())
        .toList();
  }

  /// What a model of these members is trained on.
  public List<CorpusRow> rows(Part part) {
    List<CorpusRow> rows = new ArrayList<>();
    for (MemberId member : part.members()) {
      rows.addAll(texts(member));
      if (part.canaries().contains(member)) {
        rows.addAll(canaryRows(member));
      }
    }
    return rows;
  }

  private List<CorpusRow> canaryRows(MemberId member) {
    Planted own = planted(member);
    List<CorpusRow> rows = new ArrayList<>();
    for (int i = 0; i < own.repeats(); i++) {
      String id = Sha256.of("canary " + i + " of " + member.value()).substring(0, 32);
      rows.add(
          new CorpusRow(
              member,
              new RecordId(id),
              Purpose.CONTENT_GENERATION,
              Category.CONTENT_POST,
              Optional.empty(),
              own.canary().text(),
              new TreeMap<>()));
    }
    return rows;
  }

  /// A digest over all texts and canaries of some members.
  String digest(Part part) {
    StringBuilder all = new StringBuilder();
    for (CorpusRow row : rows(part)) {
      all.append(row.member().value()).append('\n');
      all.append(row.record().value()).append('\n');
      all.append(Sha256.of(row.text())).append('\n');
    }
    return Sha256.of(all.toString());
  }

  /// Everybody, with every canary.
  Part everybody() {
    Set<MemberId> all = texts.keySet();
    return new Part(new TreeSet<>(all), new TreeSet<>(all));
  }
}
