package dev.demur.assist;

import dev.demur.assist.pattern.Frame;
import dev.demur.assist.pattern.SlotValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Drafts of messages, from what their sender says and the sender's own facts. Private messages are
/// never read.
final class Messages {
  private static final List<Frame> INTRODUCTIONS =
      List.of(
          new Frame("I work as {a} {title} at {company}."),
          new Frame("I work as {a} {title}, mostly with {skill} and {skill}."),
          new Frame("I know {skill} and {skill}."));

  private final Review review;
  private final SlotValues facts;
  private final Recipient recipient;
  private final String topic;

  /// @param topic what it is about; may be empty
  Messages(Review review, Recipient recipient, String topic) {
    this.review = review;
    this.facts = SlotValues.of(review.asker());
    this.recipient = recipient;
    this.topic = topic.strip();
  }

  List<Draft> drafts(Occasion occasion) {
    List<Draft> drafts = new ArrayList<>();
    for (String introduction : introductions()) {
      List<String> sentences = new ArrayList<>();
      sentences.add(recipient.name().map(name -> "Hello " + name + ",").orElse("Hello,"));
      sentences.addAll(body(occasion, introduction));
      drafts.add(new Draft(Origin.FACTS, String.join("\n", sentences)));
    }
    return drafts;
  }

  private List<String> introductions() {
    List<String> filled =
        INTRODUCTIONS.stream().flatMap(frame -> frame.fill(facts, 0).stream()).toList();
    List<String> kept = review.keep(filled);
    return kept.isEmpty() ? List.of("") : kept;
  }

  private List<String> body(Occasion occasion, String introduction) {
    List<String> body = new ArrayList<>();
    switch (occasion) {
      case CONNECT -> {
        body.add(introduction);
        body.add("I would like to connect with you" + about(", also to talk about ") + ".");
      }
      case FOLLOW_UP -> {
        body.add("Thank you for your time" + about(", and for what you said about ") + ".");
        body.add(introduction);
        body.add("Is there anything else you would like to know from me?");
      }
      case OUTREACH -> {
        body.add(introduction);
        body.add("I am writing to you" + theirs() + about(": it is about ") + ".");
        body.add("Would you like to hear more?");
      }
    }
    body.removeIf(String::isBlank);
    return body;
  }

  private String about(String before) {
    return topic.isEmpty() ? "" : before + topic;
  }

  private String theirs() {
    Optional<String> work = recipient.title().map(title -> " as " + title);
    Optional<String> place = recipient.company().map(company -> " at " + company);
    return work.orElse("") + place.orElse("");
  }
}
