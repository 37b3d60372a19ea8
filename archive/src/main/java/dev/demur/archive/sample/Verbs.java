package dev.demur.archive.sample;

import java.util.Map;
import java.util.Set;

/// English forms of a phrase that begins with a verb: "plan lessons", "planning lessons".
final class Verbs {
  private static final Set<String> DOUBLING =
      Set.of(
          "plan",
          "run",
          "set",
          "cut",
          "map",
          "stop",
          "fit",
          "ship",
          "plot",
          "trim",
          "scan",
          "spot",
          "log",
          "swap",
          "chat",
          "tag",
          "dig",
          "pin",
          "drop",
          "get",
          "sit",
          "prep",
          "debug",
          "flag",
          "win",
          "put",
          "begin",
          "refer",
          "strip",
          "wrap",
          "grab",
          "hem",
          "rig",
          "step",
          "control",
          "patrol",
          "hit",
          "let",
          "transfer",
          "program",
          "submit",
          "split",
          "travel",
          "label",
          "model",
          "counsel",
          "fuel");
  private static final Map<String, String> PAST =
      Map.ofEntries(
          Map.entry("give", "gave"),
          Map.entry("write", "wrote"),
          Map.entry("keep", "kept"),
          Map.entry("build", "built"),
          Map.entry("teach", "taught"),
          Map.entry("run", "ran"),
          Map.entry("lead", "led"),
          Map.entry("set", "set"),
          Map.entry("draw", "drew"),
          Map.entry("cut", "cut"),
          Map.entry("bring", "brought"),
          Map.entry("take", "took"),
          Map.entry("make", "made"),
          Map.entry("buy", "bought"),
          Map.entry("sell", "sold"),
          Map.entry("hold", "held"),
          Map.entry("read", "read"),
          Map.entry("find", "found"),
          Map.entry("grow", "grew"),
          Map.entry("see", "saw"),
          Map.entry("meet", "met"),
          Map.entry("tell", "told"),
          Map.entry("say", "said"),
          Map.entry("drive", "drove"),
          Map.entry("hand", "handed"),
          Map.entry("choose", "chose"),
          Map.entry("rebuild", "rebuilt"),
          Map.entry("rewrite", "rewrote"),
          Map.entry("put", "put"),
          Map.entry("get", "got"),
          Map.entry("go", "went"),
          Map.entry("fly", "flew"),
          Map.entry("bend", "bent"),
          Map.entry("feed", "fed"),
          Map.entry("fight", "fought"),
          Map.entry("speak", "spoke"),
          Map.entry("think", "thought"),
          Map.entry("steer", "steered"),
          Map.entry("weld", "welded"),
          Map.entry("pay", "paid"),
          Map.entry("lay", "laid"),
          Map.entry("fit", "fitted"),
          Map.entry("shoot", "shot"),
          Map.entry("send", "sent"),
          Map.entry("spend", "spent"),
          Map.entry("catch", "caught"),
          Map.entry("win", "won"),
          Map.entry("stand", "stood"),
          Map.entry("sit", "sat"),
          Map.entry("dig", "dug"),
          Map.entry("let", "let"),
          Map.entry("hit", "hit"),
          Map.entry("split", "split"),
          Map.entry("hear", "heard"));

  private Verbs() {}

  /// "planning lessons" for "plan lessons".
  static String ing(String phrase) {
    String verb = verb(phrase);
    String form;
    if (verb.endsWith("ie")) {
      form = verb.substring(0, verb.length() - 2) + "ying";
    } else if (verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("ye")) {
      form = verb.substring(0, verb.length() - 1) + "ing";
    } else {
      form = doubled(verb) + "ing";
    }
    return form + rest(phrase);
  }

  /// "planned lessons" for "plan lessons".
  static String past(String phrase) {
    String verb = verb(phrase);
    String irregular = PAST.get(verb);
    String form;
    if (irregular != null) {
      form = irregular;
    } else if (verb.endsWith("e")) {
      form = verb + "d";
    } else if (endsInConsonantY(verb)) {
      form = verb.substring(0, verb.length() - 1) + "ied";
    } else {
      form = doubled(verb) + "ed";
    }
    return form + rest(phrase);
  }

  /// "plans lessons" for "plan lessons".
  static String third(String phrase) {
    String verb = verb(phrase);
    String form;
    if (endsInConsonantY(verb)) {
      form = verb.substring(0, verb.length() - 1) + "ies";
    } else if (verb.matches(".*(s|x|z|ch|sh|o)")) {
      form = verb + "es";
    } else {
      form = verb + "s";
    }
    return form + rest(phrase);
  }

  private static String verb(String phrase) {
    int space = phrase.indexOf(' ');
    return space < 0 ? phrase : phrase.substring(0, space);
  }

  private static String rest(String phrase) {
    int space = phrase.indexOf(' ');
    return space < 0 ? "" : phrase.substring(space);
  }

  private static String doubled(String verb) {
    return DOUBLING.contains(verb) ? verb + verb.charAt(verb.length() - 1) : verb;
  }

  private static boolean endsInConsonantY(String verb) {
    return verb.length() > 1
        && verb.endsWith("y")
        && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0;
  }
}
