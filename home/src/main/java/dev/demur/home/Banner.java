package dev.demur.home;

import dev.demur.ledger.Event;
import dev.demur.ledger.HistoryItem;
import dev.demur.ledger.IdempotencyConflict;
import dev.demur.ledger.UnknownMember;
import dev.demur.ledger.log.Receipt;
import dev.demur.ledger.notice.NoticeMessage;
import dev.demur.model.MemberId;
import dev.demur.program.Program;
import java.util.Optional;

/// The notice of a program as it is shown to a member in the product.
///
/// Shown is not told: whether it counts for decisions, the program says (`notice.banner`). Letters
/// go out all the same.
///
/// @param version the same for every language
/// @param language of title and text, which may be another than was asked for
/// @param textSha256 64 hex digits over the text in UTF-8
public record Banner(
    String program, String version, String language, String title, String text, String textSha256) {

  /// The notice in a language, or in the next best that the program has.
  public static Banner of(Program program, String language) {
    NoticeMessage message = Notices.message(program, language);
    return new Banner(
        program.name(),
        Notices.version(Notices.message(program)),
        program.wording(language).language(),
        message.subject(),
        message.text(),
        message.textSha256());
  }

  /// The receipt for its having been shown; empty when it has not been.
  public Optional<Receipt> shownTo(Home home, MemberId member) {
    return home.ledger().history(member).stream()
        .filter(item ->
            item.entry().event() instanceof Event.NoticeDelivered notice
                && notice.channel().equals(Event.NoticeDelivered.BANNER)
                && notice.program().equals(program)
                && notice.version().equals(version))
        .map(HistoryItem::receipt)
        .findFirst();
  }

  /// Records that it was shown, once for each member and version, in whatever language.
  ///
  /// @throws InputRefused when there is no such member
  public Receipt show(Home home, MemberId member) {
    Event.NoticeDelivered event =
        new Event.NoticeDelivered(program, version, textSha256, Event.NoticeDelivered.BANNER);
    try {
      return home.ledger()
          .appendOfMember(member, event, Optional.of("banner/" + program + "/" + version));
    } catch (IdempotencyConflict shownInAnotherLanguage) {
      return home.ledger().receipt(shownInAnotherLanguage.position());
    } catch (UnknownMember e) {
      throw new InputRefused("there is no such member", e);
    }
  }

  /// A piece of HTML to put into a page: no script, no style, no address of its own.
  public String html() {
    StringBuilder html = new StringBuilder();
    html.append("<section class=\"demur-notice\" lang=\"").append(escaped(language));
    html.append("\" aria-labelledby=\"demur-notice-title\"><h2 id=\"demur-notice-title\">");
    html.append(escaped(title)).append("</h2>");
    for (String paragraph : text.strip().split("\n\n+", -1)) {
      html.append("<p>").append(escaped(paragraph)).append("</p>");
    }
    return html.append("</section>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
