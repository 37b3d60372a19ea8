package dev.demur.home;

import dev.demur.assist.Outside;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.vendor.OpenAiVendor;
import dev.demur.assist.vendor.Vendor;
import dev.demur.assist.vendor.VendorSettings;
import dev.demur.ledger.LedgerView;
import dev.demur.model.Category;
import dev.demur.model.Decision;
import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.model.Purpose;
import dev.demur.model.Recipient;
import dev.demur.model.Use;
import dev.demur.program.Program;
import dev.demur.program.RecordFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a vendor's model may be given of a member, decided for each request by the program of the
/// snapshot and by what members have chosen until now.
///
/// A record that may go out only with something redacted stays here.
final class Outsourcing {
  private static final Use USE = new Use(Purpose.CONTENT_GENERATION, Recipient.VENDOR);

  private final Home home;
  private final Optional<Vendor> vendor;

  private Outsourcing(Home home, Optional<Vendor> vendor) {
    this.home = home;
    this.vendor = vendor;
  }

  /// With the vendor that the home names in `vendor.json`, if there is that file.
  static Outsourcing of(Home home) {
    Path settings = home.layout().vendor();
    if (!Files.exists(settings)) {
      return new Outsourcing(home, Optional.empty());
    }
    try {
      return with(home, new OpenAiVendor(VendorSettings.load(settings)));
    } catch (IllegalArgumentException e) {
      throw new InputRefused(String.valueOf(e.getMessage()));
    }
  }

  static Outsourcing with(Home home, Vendor vendor) {
    return new Outsourcing(home, Optional.of(vendor));
  }

  Outside help(MemberId member) {
    return vendor.map(asked -> help(asked, member)).orElse(Outside.NONE);
  }

  private Outside help(Vendor asked, MemberId member) {
    Program program = Snapshots.program(home);
    LedgerView view = ProgramView.of(home.ledger().view(), program);
    MemberFactSource members = Membership.at(view, Forgetting.leaving(home)).byToken(home.tokens());
    Instant now = home.clock().instant();
    List<MemberRecord> permitted =
        home.records().of(member).stream()
            .filter(record ->
                mayGoOut(program.decide(USE, Explaining.factsOf(record, view), members, now)))
            .toList();
    RecordFacts prompt =
        new RecordFacts(
            Category.AI_USAGE_PROMPT,
            Optional.of(now),
            Optional.of(member),
            List.of(),
            List.of(),
            Optional.empty());
    return Outside.of(
        asked,
        MemberProfile.of(member, permitted, now),
        mayGoOut(program.decide(USE, prompt, members, now)));
  }

  private static boolean mayGoOut(Decision decision) {
    return decision instanceof Decision.Permit && decision.redact().isEmpty();
  }
}
