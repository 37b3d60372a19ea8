package dev.demur.home;

import dev.demur.ledger.Event;
import dev.demur.ledger.UnknownMember;
import dev.demur.ledger.log.Receipt;
import dev.demur.model.MemberFacts;
import dev.demur.model.MemberId;
import dev.demur.model.Signal;
import dev.demur.model.Switch;
import dev.demur.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What members' software wishes for them, where the program honours it.
public final class Signals {
  private Signals() {}

  /// Switches off what the program says that these signals switch off, for a member who has not set
  /// it; does nothing for anybody else.
  ///
  /// @return a receipt for each setting that was switched off
  public static List<Receipt> heed(
      Home home, Program program, MemberId member, Set<Signal> signals) {
    List<Receipt> receipts = new ArrayList<>();
    program
        .definition()
        .toggles()
        .forEach((which, toggle) -> {
          if (toggle.defaultOn()) {
            toggle.signals().stream()
                .filter(signals::contains)
                .findFirst()
                .flatMap(signal -> heed(home, member, which, signal))
                .ifPresent(receipts::add);
          }
        });
    return receipts;
  }

  private static Optional<Receipt> heed(Home home, MemberId member, Switch which, Signal signal) {
    Optional<MemberFacts> facts = home.ledger().view().factsOf(member);
    if (facts.isEmpty()
        || facts.get().toggle().stream().anyMatch(change -> change.which() == which)) {
      return Optional.empty();
    }
    Event.ToggleChanged off = new Event.ToggleChanged(false, which, Optional.of(signal));
    Optional<String> once = Optional.of("signal/" + which.code() + "/" + signal.code());
    try {
      return Optional.of(home.ledger().appendOfMember(member, off, once));
    } catch (UnknownMember erasedMeanwhile) {
      return Optional.empty();
    }
  }
}
