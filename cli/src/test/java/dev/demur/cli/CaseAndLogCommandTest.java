package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.home.Choices;
import dev.demur.home.Home;
import dev.demur.ledger.Event;
import dev.demur.model.Control;
import dev.demur.model.MemberId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Work on a case from the command line, and what `receipt verify` demands of witnesses.
@Isolated("redirects the process's streams")
class CaseAndLogCommandTest {
  private static final String WITNESS =
      "witness.example.com/w1+67b00fe7+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @TempDir Path folder;
  private String id = "";

  private Ran run(String... arguments) {
    return Ran.of(arguments);
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private Home open() {
    return Home.open(folder.resolve("home"), InstantSource.system(), Optional.empty());
  }

  @BeforeEach
  void file() {
    try (Home home = open()) {
      id =
          Choices.object(
                  home,
                  new MemberId("ada"),
                  "linkedin-2025",
                  EnumSet.allOf(Control.class),
                  Optional.empty(),
                  new TreeSet<>(),
                  Optional.empty())
              .caseId();
    }
  }

  @Test
  void theWayFromExtensionToTheRecipientsAnswerIsNotedWithReceipts() {
    assertThat(
            run("case", "extend", id, "--by", "Ada Lind", "--reason", "many", "--home", home())
                .code())
        .isZero();
    assertThat(run("case", "grant", id, "--by", "Ada Lind", "--home", home()).code()).isZero();
    for (String step :
        new String[] {
          "identity-checked", "executed", "recipient-told", "recipient-acknowledged", "confirmed"
        }) {
      Ran ran =
          run("case", "note", id, step, "--by", "Ada Lind", "--note", "vendor", "--home", home());
      assertThat(ran.code()).as(step + ran.err()).isZero();
      assertThat(ran.out()).contains("demur-receipt/1");
    }
    assertThat(run("case", "note", id, "contact-given", "--by", "A", "--home", home()).code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(run("case", "extend", id, "--by", "A", "--reason", "again", "--home", home()).err())
        .contains("only a pending case can be extended, and once");
    try (Home home = open()) {
      assertThat(Choices.cases(home).find(id).orElseThrow().steps())
          .extracting(step -> step.event())
          .contains(
              new Event.CaseStepTaken(
                  id, Event.CaseStepTaken.Step.RECIPIENT_ACKNOWLEDGED, "Ada Lind", "vendor"));
    }
  }

  @Test
  void theCaseShowsTheRemovalThatCarriedItOutAndItsReceiptHolds() throws Exception {
    run("case", "note", id, "recipient-told", "--by", "A", "--note", "vendor", "--home", home());
    assertThat(run("forget", "--pending", "--home", home()).code()).isZero();
    long entry;
    try (Home home = open()) {
      entry = Choices.cases(home).find(id).orElseThrow().removals().getFirst();
    }
    assertThat(run("case", "show", id, "--home", home()).out())
        .contains("the removal that log entry %d certifies".formatted(entry))
        .contains("recipient vendor: told");
    assertThat(run("case", "show", id, "--json", "--home", home()).out())
        .contains("\"removals\":[%d]".formatted(entry));
    Path receipt = folder.resolve("certificate.json");
    Files.writeString(
        receipt, run("receipt", "show", Long.toString(entry), "--home", home()).out());
    assertThat(run("receipt", "verify", receipt.toString(), "--home", home()).code()).isZero();
    assertThat(run("receipt", "show", "99999", "--home", home()).code())
        .isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aWitnessThatDoesNotAnswerOrDidNotCosignIsNamed() throws Exception {
    Ran down =
        run(
            "log",
            "cosign",
            "--witness",
            "http://127.0.0.1:1/",
            "--key",
            "no-key",
            "--home",
            home());
    assertThat(down.code()).isEqualTo(ExitCode.REFUSED);
    Path receipt = folder.resolve("receipt.json");
    try (Home home = open()) {
      Files.writeString(receipt, home.ledger().receipt(1).toJson());
    }
    assertThat(run("receipt", "verify", receipt.toString(), "--home", home()).code()).isZero();
    Ran refused =
        run("receipt", "verify", receipt.toString(), "--witness", WITNESS, "--home", home());
    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("the receipt does not hold:");
  }
}
