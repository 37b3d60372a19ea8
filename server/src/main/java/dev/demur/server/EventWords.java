package dev.demur.server;

import dev.demur.ledger.Event;
import dev.demur.model.Switch;
import java.util.Locale;

/// What an entry of the ledger says, for the member whom it is about.
final class EventWords {
  private EventWords() {}

  static String of(Event event, Words words) {
    return switch (event) {
      case Event.MemberJoined _ -> words.of("event.member-joined");
      case Event.ResidenceLearned(var country, _) -> words.of("event.residence", country);
      case Event.BirthDateLearned _ -> words.of("event.birth-date");
      case Event.LanguageLearned(var language) -> words.of("event.language", language);
      case Event.ToggleChanged(var on, var which, var signal) ->
          signal
              .map(sent -> words.of("event.signal", toggled(words, on, which), sent.code()))
              .orElseGet(() -> toggled(words, on, which));
      case Event.ObjectionFiled filed -> words.of("event.objection", filed.caseId());
      case Event.ObjectionDecided decided ->
          words.of(
              "event.decided",
              words.of("state." + decided.outcome().name().toLowerCase(Locale.ROOT)));
      case Event.ObjectionExtended _ -> words.of("event.extended");
      case Event.CaseStepTaken _ -> words.of("event.step");
      case Event.NoticeDelivered notice -> words.of("event.notice", notice.program());
      case Event.NoticeBounced notice -> words.of("event.bounced", notice.program());
      case Event.DataLookedAt look -> words.of("event.looked", look.role());
      case Event.RecordDeleted _ -> words.of("event.record-deleted");
      case Event.RecordReviewed review ->
          words.of(review.keep() ? "event.record-kept" : "event.record-removed");
      case Event.AccountClosed _ -> words.of("event.closed");
      case Event.ObjectionKept _ -> words.of("event.kept");
      case Event.SubjectErased _ -> words.of("event.erased");
      case Event.OperatorNoted noted -> noted.kind();
    };
  }

  private static String toggled(Words words, boolean on, Switch which) {
    String text = words.of(on ? "event.on" : "event.off");
    return which == Switch.MAIN ? text : words.of("event.partners", text);
  }
}
