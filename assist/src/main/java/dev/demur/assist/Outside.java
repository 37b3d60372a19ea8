package dev.demur.assist;

import dev.demur.assist.guard.Refusal;
import dev.demur.assist.pattern.Sentences;
import dev.demur.assist.profile.Fact;
import dev.demur.assist.profile.FactKind;
import dev.demur.assist.profile.MemberProfile;
import dev.demur.assist.vendor.Commission;
import dev.demur.assist.vendor.Vendor;
import dev.demur.assist.vendor.VendorFailed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Help of a vendor's model with one request, where the program lets vendors have the facts.
///
/// A vendor that is slow, down or talks nonsense costs the request some seconds and no suggestion:
/// the embedded drafts are there in any case.
public final class Outside {
  /// No vendor is asked.
  public static final Outside NONE = new Outside(Optional.empty(), Optional.empty(), false);

  private static final System.Logger LOG = System.getLogger(Outside.class.getName());
  private static final int MOST_FACTS = 40;

  /// What goes out: names of things and dates. What members write in their own sentences stays
  /// here, since it may name others, and so does their name.
  private static final Set<FactKind> GIVEN =
      EnumSet.of(
          FactKind.TITLE,
          FactKind.COMPANY,
          FactKind.SCHOOL,
          FactKind.DEGREE,
          FactKind.SKILL,
          FactKind.LANGUAGE,
          FactKind.LOCATION,
          FactKind.INDUSTRY,
          FactKind.CERTIFICATION,
          FactKind.DATE,
          FactKind.EXPERIENCE);

  private final Optional<Vendor> vendor;
  private final Optional<MemberProfile> permitted;
  private final boolean promptPermitted;

  private Outside(
      Optional<Vendor> vendor, Optional<MemberProfile> permitted, boolean promptPermitted) {
    this.vendor = vendor;
    this.permitted = permitted;
    this.promptPermitted = promptPermitted;
  }

  /// Help of this vendor.
  ///
  /// @param permitted the member as far as vendors may know the member
  /// @param promptPermitted whether vendors may have what the member types
  public static Outside of(Vendor vendor, MemberProfile permitted, boolean promptPermitted) {
    return new Outside(Optional.of(vendor), Optional.of(permitted), promptPermitted);
  }

  /// A vendor's drafts, sentence by sentence what the review lets through.
  ///
  /// @param typed what the member typed for it; empty where nothing is needed
  List<Draft> drafts(String task, String typed, Review review, int wanted) {
    if (vendor.isEmpty()) {
      return List.of();
    }
    List<String> facts = permitted.map(Outside::facts).orElse(List.of());
    if (facts.isEmpty() || (!typed.isEmpty() && !promptPermitted)) {
      review.refuse(Refusal.VENDOR_NOT_PERMITTED);
      return List.of();
    }
    String whole = typed.isEmpty() ? task : task + " Topic: " + typed;
    return written(vendor.get(), new Commission(whole, facts, wanted), review);
  }

  private static List<Draft> written(Vendor vendor, Commission commission, Review review) {
    try {
      List<Draft> drafts = new ArrayList<>();
      int heldBack = 0;
      for (String text : vendor.write(commission)) {
        List<String> all = Sentences.of(text);
        List<String> sentences = review.keepForeign(all);
        heldBack += all.size() - sentences.size();
        if (!sentences.isEmpty()) {
          drafts.add(new Draft(Origin.VENDOR, String.join(" ", sentences)));
        }
      }
      if (heldBack > 0) {
        LOG.log(
            System.Logger.Level.WARNING,
            "vendor {0} wrote {1} sentences that may not be shown; they were held back",
            vendor.name(),
            heldBack);
      }
      return drafts;
    } catch (VendorFailed e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "vendor {0} gave no answer ({1}); the embedded model answers alone",
          vendor.name(),
          e.getMessage());
      review.refuse(Refusal.VENDOR_FAILED);
      return List.of();
    }
  }

  private static List<String> facts(MemberProfile member) {
    return member.facts().stream()
        .filter(fact -> GIVEN.contains(fact.kind()))
        .map(Outside::line)
        .distinct()
        .limit(MOST_FACTS)
        .toList();
  }

  private static String line(Fact fact) {
    return fact.kind().name().toLowerCase(java.util.Locale.ROOT) + ": " + fact.text();
  }
}
