package dev.demur.home;

import dev.demur.archive.sample.Catalogue;
import dev.demur.archive.sample.Occupation;
import dev.demur.assist.career.Careers;
import dev.demur.assist.career.Fit;
import dev.demur.assist.career.Job;
import dev.demur.assist.career.JobFiles;
import dev.demur.assist.career.Match;
import dev.demur.assist.career.Matching;
import dev.demur.assist.career.Step;
import dev.demur.assist.ground.Terms;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.taxonomy.Synonyms;
import dev.demur.learn.statistics.CareerStatistics;
import dev.demur.learn.statistics.Contribution;
import dev.demur.model.CorpusRow;
import dev.demur.model.Decision;
import dev.demur.model.MemberId;
import dev.demur.model.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Jobs for members, members for jobs, and where careers lead, in one home.
///
/// Members are found, and judged, for others only by rows of the corpus that may be used now; for
/// themselves by all of their own records. Thread-safe.
public final class Matchmaking {
  private final Home home;
  private final Catalogue catalogue = Catalogue.load();
  private Optional<Names> names = Optional.empty();
  private Optional<MemberSearch> search = Optional.empty();
  private String searched = "";

  public Matchmaking(Home home) {
    this.home = home;
  }

  /// What catalogues call things.
  ///
  /// @param stamp of the files they were read from
  private record Names(String stamp, Synonyms synonyms, Terms terms, Matching matching) {}

  /// Read anew whenever another release was imported.
  private synchronized Names names() {
    String stamp = HomeTaxonomies.stamp(home);
    if (names.filter(known -> known.stamp().equals(stamp)).isEmpty()) {
      Synonyms synonyms = HomeTaxonomies.synonyms(home);
      Terms terms = terms(catalogue).and(synonyms.tellingNames());
      names = Optional.of(new Names(stamp, synonyms, terms, new Matching(terms, synonyms)));
    }
    return names.orElseThrow();
  }

  private static Terms terms(Catalogue catalogue) {
    return Terms.of(
        catalogue.occupations().stream()
            .flatMap(work ->
                Stream.of(work.titles(), work.skills(), work.certificates(), work.degrees()))
            .flatMap(List::stream)
            .toList());
  }

  /// Reads ahead of all requests what they need.
  public void practise() {
    Names known = names();
    Job job = occupations().getFirst();
    if (search().isPresent()) {
      members(job, 1);
    } else {
      known
          .matching()
          .jobs(
              MemberProfile.of(new MemberId("nobody"), List.of(), home.clock().instant()),
              List.of(job),
              1);
    }
  }

  /// The occupations of the built-in catalogue, as jobs for whoever has none to offer.
  public List<Job> occupations() {
    return catalogue.occupations().stream().map(Matchmaking::job).toList();
  }

  /// The jobs in the home's folder of them; the occupations of the catalogue where there is none.
  public List<Job> openJobs() {
    Path jobs = home.layout().jobs();
    return Files.isDirectory(jobs) ? JobFiles.read(jobs) : occupations();
  }

  private static Job job(Occupation work) {
    List<String> titles = work.titles();
    return new Job(
        work.id(),
        titles.get(titles.size() / 2),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        work.skills(),
        List.of(),
        String.join(".\n", work.tasks()) + ".");
  }

  /// Jobs that suit a member, best first, by all of the member's own records.
  public List<Match> jobs(MemberId member, Collection<Job> jobs, int limit) {
    return names().matching().jobs(own(member), jobs, limit);
  }

  /// Members who suit a job, best first, of those who may be found for it.
  public List<Match> members(Job job, int limit) {
    return members(job, limit, Matching.CANDIDATES);
  }

  /// The same with another number of candidates, to measure what that changes.
  ///
  /// @param looked at demand by demand: so many of the nearest
  public List<Match> members(Job job, int limit, int looked) {
    Findable findable = Findable.now(home, job.country());
    Optional<MemberSearch> index = search();
    if (index.isEmpty()) {
      return names().matching().members(job, everybody(findable), limit);
    }
    List<MemberProfile> candidates = new ArrayList<>();
    Map<String, Double> nearness = new HashMap<>();
    for (var found : index.get().search(job.whole(), looked, findable)) {
      candidates.add(found.profile());
      nearness.put(found.profile().member().value(), found.nearness());
    }
    return names().matching().members(job, candidates, nearness, limit);
  }

  /// While nothing has been trained there are no vectors to search.
  private List<MemberProfile> everybody(Findable findable) {
    Instant now = home.clock().instant();
    List<MemberProfile> candidates = new ArrayList<>();
    home.corpus()
        .scan((member, rows) -> {
          List<CorpusRow> permitted = findable.permitted(member, rows);
          if (!permitted.isEmpty()) {
            candidates.add(MemberProfile.ofRows(member, permitted, now));
          }
        });
    return candidates;
  }

  /// Opened anew whenever the corpus or the training is another one.
  private synchronized Optional<MemberSearch> search() {
    String stamp =
        Snapshots.latest(home).map(Snapshot::contentRoot).orElse("")
            + Snapshots.trained(home).map(Object::toString).orElse("");
    if (!stamp.equals(searched)) {
      search = MemberSearch.open(home);
      searched = stamp;
    }
    return search;
  }

  /// How far a member meets a job, for somebody else to see.
  ///
  /// @throws NotPermitted if the member may not be found for it
  public Fit fit(MemberId member, Job job) {
    Findable findable = Findable.now(home, job.country());
    List<CorpusRow> rows =
        home.corpus().of(member).stream().filter(r -> r.purpose() == Purpose.OTHER_ML).toList();
    List<CorpusRow> permitted = findable.permitted(member, rows);
    if (permitted.isEmpty()) {
      throw new NotPermitted(
          rows.stream()
              .map(findable::decide)
              .filter(Decision.Deny.class::isInstance)
              .map(Decision.Deny.class::cast)
              .findFirst()
              .map(deny ->
                  "%s may not be found for this job: %s (%s)"
                      .formatted(member, deny.reason().code(), deny.clause()))
              .orElse(
                  "nothing of %s may be used for other-ml in the latest snapshot; `demur explain` says why"
                      .formatted(member)));
    }
    return fit(MemberProfile.ofRows(member, permitted, home.clock().instant()), job);
  }

  /// How far a member meets a job, for the member to see: all own records count.
  public Fit ownFit(MemberId member, Job job) {
    return fit(own(member), job);
  }

  /// The same for the text of a job.
  public Fit ownFit(MemberId member, String job) {
    return ownFit(member, new Job("job", "", job));
  }

  private Fit fit(MemberProfile member, Job job) {
    Names known = names();
    return Fit.of(member, job, known.terms(), known.synonyms());
  }

  /// What enough members did next who held the job that the member holds.
  public List<Step> paths(MemberId member, int limit) {
    return careers().paths(own(member), limit);
  }

  private MemberProfile own(MemberId member) {
    MemberProfile profile =
        MemberProfile.of(member, home.records().of(member), home.clock().instant());
    if (profile.facts().isEmpty()) {
      throw new InputRefused(
          "nothing here is about %s; import the member's archive first".formatted(member));
    }
    return profile;
  }

  private Careers careers() {
    return careers(home);
  }

  /// Counts of members over the latest training, without those who are leaving right now.
  static Careers careers(Home home) {
    Set<MemberId> leaving = Forgetting.leaving(home);
    Path file = new Artefacts(home.layout()).statistics();
    try {
      CareerStatistics statistics = CareerStatistics.empty();
      if (Files.exists(file) && leaving.isEmpty()) {
        statistics = CareerStatistics.read(file).statistics();
      } else if (Files.exists(file)) {
        count(home, leaving, statistics);
      }
      return new Careers(statistics);
    } catch (IOException e) {
      throw new UncheckedIOException("the statistics cannot be read; run `demur train`", e);
    }
  }

  private static void count(Home home, Set<MemberId> without, CareerStatistics statistics) {
    home.corpus()
        .scan((member, rows) -> {
          if (!without.contains(member)) {
            statistics.add(Contribution.of(rows));
          }
        });
  }
}
