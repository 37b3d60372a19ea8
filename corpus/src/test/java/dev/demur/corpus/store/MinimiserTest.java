package dev.demur.corpus.store;

import static dev.demur.corpus.store.Samples.ANNA;
import static dev.demur.corpus.store.Samples.BELA;
import static dev.demur.corpus.store.Samples.CARA;
import static dev.demur.corpus.store.Samples.connection;
import static dev.demur.corpus.store.Samples.post;
import static dev.demur.corpus.store.Samples.record;
import static dev.demur.corpus.store.Samples.withPeople;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.model.Category;
import dev.demur.model.Fields;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinimiserTest {
  private static final Instant NOW = Instant.parse("2025-11-03T00:00:00Z");
  private final Minimiser minimiser = new Minimiser(Homes.TOKENS);

  private MemberRecord kept(MemberRecord record) {
    return minimiser.minimise(record, Optional.empty(), NOW).record();
  }

  private static MemberFacts born(String day) {
    return new MemberFacts(
        List.of(),
        Optional.of(LocalDate.parse(day)),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Test
  void ownWordsAreKept() {
    assertThat(kept(post(ANNA, 1, "my own words")).fields())
        .containsEntry(Fields.TEXT, "my own words");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PRIVATE_MESSAGE", "PRIVATE_MESSAGE_INVITATION", "CREDENTIAL", "PAYMENT", "SALARY",
        "JOB_APPLICATION", "CONTACT", "CONTACT_FOLLOW", "ADS", "OTHER"
      })
  void ofWhatNoProgramMayUseOnlyAStubIsKept(Category category) {
    MemberRecord stub =
        kept(record(ANNA, 1, category, Map.of(Fields.TEXT, "secret", "other", "secret")));
    assertThat(stub.fields()).isEmpty();
    assertThat(stub.id()).isEqualTo(Samples.id(1));
    assertThat(stub.createdAt()).isPresent();
  }

  @Test
  void otherPeoplesWordsAreNotKept() {
    MemberRecord received =
        withPeople(
            record(ANNA, 1, Category.PROFILE_RECOMMENDATION, Map.of(Fields.TEXT, "Anna is great")),
            Optional.of(BELA),
            List.of(ANNA),
            List.of());
    MemberRecord stub = kept(received);
    assertThat(stub.fields()).isEmpty();
    assertThat(stub.about()).containsExactly(ANNA);
    assertThat(stub.author()).contains(Homes.TOKENS.tokenOf(BELA));
    assertThat(kept(withPeople(received, Optional.empty(), List.of(), List.of())).fields())
        .isEmpty();
  }

  @Test
  void ofAConnectionOnlyPersonAndNameAreKept() {
    MemberRecord connection = connection(ANNA, 1, BELA, "Béla", "Kun");
    Map<String, String> fields = new java.util.HashMap<>(connection.fields());
    fields.put(Fields.COMPANY, "Kun & Co");
    MemberRecord stored = kept(record(ANNA, 1, Category.CONTACT_CONNECTION, fields));
    assertThat(stored.fields())
        .containsOnlyKeys(Fields.PERSON, Fields.FIRST_NAME, Fields.LAST_NAME)
        .containsEntry(Fields.PERSON, Homes.TOKENS.tokenOf(BELA).value());
  }

  @Test
  void ofAMinorNothingIsKept() {
    MemberRecord post = post(ANNA, 1, "back to school");
    assertThat(minimiser.minimise(post, Optional.of(born("2007-11-04")), NOW).record().fields())
        .isEmpty();
    assertThat(minimiser.minimise(post, Optional.of(born("2007-11-02")), NOW).record().fields())
        .isNotEmpty();
  }

  @Test
  void whoMayStillBeUnderAgeSomewhereIsAMinor() {
    MemberRecord post = post(ANNA, 1, "eighteen today, in the east");
    assertThat(minimiser.minimise(post, Optional.of(born("2007-11-03")), NOW).record().fields())
        .isEmpty();
    assertThat(
            minimiser
                .minimise(
                    post, Optional.of(born("2008-02-29")), Instant.parse("2026-02-28T23:00:00Z"))
                .record()
                .fields())
        .isEmpty();
  }

  @Test
  void noIdOfAnotherPersonIsKept() {
    MemberRecord post =
        withPeople(
            post(
                ANNA,
                1,
                "Thanks @bela-kun-3c4d, see https://www.LinkedIn.com/in/Cara-Dunn-5e6f?x=1 and linkedin.com/in/anna-berg-1a2b."),
            Optional.of(ANNA),
            List.of(),
            List.of(BELA, new MemberId("name:jane roe")));
    MemberRecord stored = kept(post);
    String bela = Homes.TOKENS.tokenOf(BELA).value();
    String cara = Homes.TOKENS.tokenOf(CARA).value();
    assertThat(stored.mentions())
        .extracting(MemberId::value)
        .containsExactly(bela, "name:jane roe");
    assertThat(stored.fields().get(Fields.TEXT))
        .isEqualTo(
            "Thanks @%s, see https://www.LinkedIn.com/in/%s?x=1 and linkedin.com/in/anna-berg-1a2b."
                .formatted(bela, cara));
  }

  @Test
  void anIdThatIsAWordIsHiddenOnlyBehindAnAtSign() {
    MemberRecord post =
        withPeople(
            post(ANNA, 1, "Great work @summer, this summer"),
            Optional.of(ANNA),
            List.of(),
            List.of(new MemberId("summer")));
    assertThat(kept(post).fields().get(Fields.TEXT))
        .matches("Great work @token:[0-9a-f]{32}, this summer");
  }

  @Test
  void minimisingTwiceIsMinimisingOnce() {
    MemberRecord once =
        kept(
            withPeople(
                post(ANNA, 1, "with @bela-kun-3c4d"), Optional.of(ANNA), List.of(), List.of(BELA)));
    assertThat(kept(once)).isEqualTo(once);
  }

  @Test
  void textThatHasNoBytesIsMadeWellFormed() {
    assertThat(kept(post(ANNA, 1, "a\ud800b 😀")).fields().get(Fields.TEXT))
        .isEqualTo("a\ufffdb 😀");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new PersonTokens(new byte[8]))
        .hasMessage("the key for person tokens must have at least 16 bytes, got 8");
  }
}
