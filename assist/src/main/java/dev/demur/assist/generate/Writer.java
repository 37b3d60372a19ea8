package dev.demur.assist.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/* How words are kept to what is allowed. A model writes tokens, and a word is whole only when the
next token begins something else. So a word is written first and looked at then: if it may not
stand, its tokens are taken back, and it is written again, turning off where the model found another
token nearly as likely. After some attempts the text ends before the word. What is returned was
allowed word by word. A word that is unfinished when the tokens run out is left out. */

/// Writes text with a model, one allowed word after the other. Not thread-safe; for one request.
public final class Writer {
  private static final int MAX_ATTEMPTS = 6;
  private static final int MAX_TOKENS_OF_WORD = 24;

  /// So many may be tried for each word of a text that comes after the first.
  private static final int TOKENS_OF_WORD = 4;

  private static final String SENTENCE_ENDS = ".!?…\n";
  private static final char BROKEN = '\uFFFD';

  private final LanguageModel model;
  private final Order order;
  private final Sampler sampler;
  private final LanguageModel.Session session;
  private final int first;
  private int[] written = new int[64];
  private String text = "";
  private boolean ended;
  private int tried;
  private int room;
  private final Set<Integer> openings = new HashSet<>();

  private Writer(LanguageModel model, Order order) {
    this.model = model;
    this.order = order;
    this.sampler = new Sampler(order.temperature(), order.seed());
    int[] prompt = prompt(model, order.context());
    this.session = model.read(prompt);
    this.first = prompt.length;
    this.room = order.maxTokens();
  }

  /// The text that follows the order's context, without it: perhaps nothing.
  public static String write(LanguageModel model, Order order) {
    return new Writer(model, order).write(order.maxWords());
  }

  /// The text that follows, and then others that begin otherwise, likeliest first. The context is
  /// read once.
  ///
  /// @param others how many of these at most
  /// @param words of each of these at most
  public static List<String> write(LanguageModel model, Order order, int others, int words) {
    Writer writer = new Writer(model, order);
    List<String> texts = new ArrayList<>(List.of(writer.write(order.maxWords())));
    for (int i = 0; i < others && writer.beginAnew(words); i++) {
      texts.add(writer.write(words));
    }
    return texts;
  }

  /// The end of the context, as much as leaves half of the model's view for the text.
  private static int[] prompt(LanguageModel model, String context) {
    int[] tokens = model.encode(context);
    int most = Math.max(1, model.context() / 2);
    if (tokens.length + 1 > most) {
      return Arrays.copyOfRange(tokens, tokens.length - most, tokens.length);
    }
    int[] prompt = new int[tokens.length + 1];
    prompt[0] = model.begin();
    System.arraycopy(tokens, 0, prompt, 1, tokens.length);
    return prompt;
  }

  /// Takes everything back and closes the way that was taken; false where there was none.
  private boolean beginAnew(int words) {
    if (tried == 0) {
      return false;
    }
    openings.add(written[0]);
    session.rewind(first);
    text = "";
    ended = false;
    tried = 0;
    room = words * TOKENS_OF_WORD;
    return true;
  }

  private String write(int most) {
    for (int words = 0; words < most && !ended && writeWord(); words++) {
      ended |= order.toSentenceEnd() && endsSentence();
    }
    return text.startsWith(order.start()) ? text : "";
  }

  /// Writes one word that is allowed, or nothing.
  private boolean writeWord() {
    int mark = session.length();
    String before = text;
    Detours detours = new Detours();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      writeUnchecked(mark, detours);
      boolean whole = text.length() > before.length() && text.indexOf(BROKEN) < 0 && tried < room;
      if (whole && order.allows().test(text)) {
        return true;
      }
      session.rewind(mark);
      text = before;
      ended = false;
      if (tried >= room || !detours.turnOff()) {
        return false;
      }
    }
    return false;
  }

  /// Writes tokens until a word is whole.
  private void writeUnchecked(int mark, Detours detours) {
    detours.begin();
    for (int count = 0; count < MAX_TOKENS_OF_WORD && hasRoom(); count++) {
      float[] scores = session.scores();
      boolean opens = session.length() == first;
      IntPredicate fits =
          token ->
              detours.isOpen(token) && !(opens && openings.contains(token)) && fitsStart(token);
      int token = sampler.choose(scores, fits);
      if (token < 0 || token == model.end()) {
        ended = token == model.end();
        return;
      }
      String next = textWith(token);
      if (hasLetters(mark) && !continuesWord(next)) {
        takeSentenceEnd(token, next);
        return;
      }
      detours.step(token, scores[token] - Sampler.runnerUp(scores, token, fits));
      append(token, next);
    }
  }

  /// Takes the point behind a word, so that whoever stops at the end of a sentence sees it.
  private void takeSentenceEnd(int token, String next) {
    String added = next.substring(text.length());
    if (!added.isEmpty() && added.strip().length() == 1 && endsWithSentenceEnd(added.strip())) {
      append(token, next);
    }
  }

  private boolean hasRoom() {
    return session.length() < model.context() && tried < room;
  }

  /// While the text is shorter than what it must begin with, only tokens that lead there fit.
  private boolean fitsStart(int token) {
    if (text.length() >= order.start().length()) {
      return true;
    }
    String next = textWith(token);
    return next.startsWith(order.start()) || (order.start().startsWith(next) && !next.equals(text));
  }

  private String textWith(int token) {
    int count = session.length() - first;
    int[] all = Arrays.copyOf(written, count + 1);
    all[count] = token;
    return model.decode(all);
  }

  private void append(int token, String next) {
    int count = session.length() - first;
    if (count == written.length) {
      written = Arrays.copyOf(written, 2 * count);
    }
    written[count] = token;
    session.append(token);
    tried++;
    text = next;
  }

  /// Whether the word being written has a letter or digit already.
  private boolean hasLetters(int mark) {
    int[] before = Arrays.copyOf(written, mark - first);
    String word = text.substring(model.decode(before).length());
    return word.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private boolean continuesWord(String next) {
    if (next.length() <= text.length()) {
      return true;
    }
    int unit = next.codePointAt(text.length());
    return Character.isLetterOrDigit(unit) || unit == '\'' || unit == '’' || unit == BROKEN;
  }

  private boolean endsSentence() {
    return endsWithSentenceEnd(text);
  }

  private static boolean endsWithSentenceEnd(String text) {
    return !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /// Sizes only: the text may be members'.
  @Override
  public String toString() {
    return "Writer[%d characters]".formatted(text.length());
  }
}
