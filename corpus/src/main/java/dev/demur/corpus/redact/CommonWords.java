package dev.demur.corpus.redact;

/// Names that are words as well, and the words that tell which of the two is meant.
final class CommonWords {
  /// English words, months, places and companies that are first or last names too.
  static final WordSet NAMES_THAT_ARE_WORDS =
      new WordSet(
          "will mark grace hope faith rose bill may june april august art drew chase grant rich frank"
              + " earnest pat sue jack rob dawn eve joy ivy iris lily olive summer autumn amber crystal"
              + " ruby jade pearl victor max miles dale glen cliff brook brooks heath penny sandy rusty"
              + " dean duke earl king young long short brown white black green gray grey baker cook"
              + " smith bishop carpenter mason hunter fisher turner porter carter taylor walker bell wood"
              + " woods hill stone field fields rivers banks price page day west north love best sharp"
              + " small little strong wise good swift case key parks park cross church bush reed marsh"
              + " lane street ford major gold silver steel flowers bird fox wolf lamb crane hawk drake"
              + " chance angel christian chris gene guy jean job jay ray roman sky star stormy sunny"
              + " destiny harmony melody charity mercy patience prudence temperance verity honor honour"
              + " justice liberty royal noble prince princess lord major general marshal sergeant judge"
              + " pope abbot friar monk knight squire page archer bowman weaver tailor tanner miller"
              + " potter cooper draper butcher chandler clerk clark parker ranger forester gardener"
              + " shepherd singer player harper piper fiddler drummer dancer rush speed quick power"
              + " powers wright right left down up an so do my van de la el al le da di du von ho he she"
              + " her him his you me us it in on at to by or and the a as is are be been was were has had"
              + " have can could would should shall might must new old first last next wells waters lake"
              + " bay beach forest winter spring monday friday sunday paris london austin dallas houston"
              + " phoenix jackson lincoln madison washington virginia carolina georgia florence charlotte"
              + " sydney adelaide victoria brooklyn chelsea israel jordan chad kenya india china asia"
              + " america dakota montana nevada sierra savannah orlando diego lance spike buck bud chip"
              + " skip pierce trip bob nick rod dick peter patty ginger basil rosemary sage clove pepper"
              + " candy cherry apple berry lemon peach plum mercedes porsche lexus royce dell ericsson"
              + " siemens bosch ford chase morgan stanley wells fargo oracle apollo atlas mars");

  /// Words before a name that is a word: `thanks to Grace`, `met Mark`.
  static final WordSet BEFORE_A_PERSON =
      new WordSet(
          "with thanks thank to by from and mr ms mrs miss mx dr prof professor sir madam herr frau"
              + " monsieur madame senor senora signor dear hi hello hey ask asked met meet meeting cc"
              + " ping colleague colleagues friend friends boss manager mentor teammate teammates coworker"
              + " partner brother sister husband wife son daughter mother father mum mom dad uncle aunt"
              + " congratulations congrats kudos told called named welcome proud invited joined");

  /// Words before somebody who is spoken to.
  static final WordSet GREETINGS =
      new WordSet(
          "dear hi hello hey thanks thank mr ms mrs miss mx dr prof congratulations congrats bravo"
              + " liebe lieber hallo danke chere cher bonjour merci querido querida hola gracias caro"
              + " cara ciao grazie beste hoi bedankt");

  /// Words before a thing or a place, not a person.
  static final WordSet BEFORE_A_THING =
      new WordSet(
          "the a an this that our their its my your in at near of every each last next on into der die"
              + " das den dem ein eine le la les un une el los las il lo gli het een");

  /// Months, days and seasons: dates far more often than people.
  static final WordSet TIMES =
      new WordSet(
          "may june april august summer autumn winter spring monday friday sunday will hope"
              + " january march");

  /// Words before a last name alone.
  static final WordSet TITLES =
      new WordSet(
          "mr ms mrs miss mx dr prof professor sir dame herr frau monsieur madame mme mlle senor"
              + " senora sr sra signor signora dott dottore meneer mevrouw");

  private CommonWords() {}
}
