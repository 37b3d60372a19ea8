package dev.demur.corpus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final Clues CLUES = new Clues(new Lexicon());

  @Test
  void anArticleBeforeAnApostropheIsNoPartOfTheWord() {
    assertThat(Sentences.words("l'Hôpital, c’est Anna's"))
        .isEqualTo(List.of("l", "hopital", "c'est", "anna's"));
  }

  @Test
  void aDotWithinAWordOrNumberEndsNoSentence() {
    List<Sentence> sentences = Sentences.of("I joined ver.di in 2.5 hours. Then I left!", CLUES);
    assertThat(sentences)
        .extracting(Sentence::words)
        .map(List::getFirst)
        .containsExactly("i", "then");
  }

  @Test
  void nothingIsMadeOfSentencesWithoutAClue() {
    assertThat(Sentences.of("Zzyx qwv.\nMy chemo starts. Qwv zzyx", CLUES))
        .extracting(Sentence::words)
        .containsExactly(List.of("my", "chemo", "starts"));
  }

  @Test
  void sentencesWithoutEndAreCut() {
    List<Sentence> sentences = Sentences.of("I see ".repeat(120), CLUES);
    assertThat(sentences)
        .extracting(sentence -> sentence.words().size())
        .containsExactly(100, 100, 40);
  }

  @Test
  void wordsOfPhrasesAndPersonsAreMarked() {
    Sentence sentence = Sentences.of("Zzyx, Zeynep's chemo", CLUES).getFirst();
    assertThat(sentence.ofPersons()).isEqualTo(BitSet.valueOf(new long[] {0b010}));
    assertThat(sentence.ofPhrases().get(2)).isTrue();
    assertThat(sentence.ofPhrases().get(0)).isFalse();
  }
}
