package dev.demur.assist.guard;

import java.util.Set;

/// Words that hold sentences together and name nothing, in small letters, without apostrophes.
final class FunctionWords {
  private static final Set<String> WORDS =
      Set.of(
          ("a about above across after again against all along also although always am among an and "
                  + "another any anybody anyone anything are around as at be because been before "
                  + "behind being below beside besides between beyond both but by can cannot could "
                  + "did do does done down during each either else enough even ever every everybody "
                  + "everyone everything few for from had has have having he her here hers herself "
                  + "him himself his how however i if im in instead into is it its itself ive just "
                  + "least less like many may me might mine more most much must my myself near "
                  + "neither never next no nobody none nor not nothing now of off often on once one "
                  + "only onto or other others our ours ourselves out over own perhaps please "
                  + "quite rather same she should since so some somebody someone something "
                  + "sometimes soon still such than thank thanks that thats the their theirs them "
                  + "themselves then there therefore these they theyre this those though through "
                  + "thus to today together too toward towards under unless until up upon us very "
                  + "was we were weve what whatever when whenever where wherever whether which "
                  + "while who whoever whom whose why will with within without would yes yet you "
                  + "youll your youre yours yourself")
              .split(" "));

  private FunctionWords() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
