package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demur.assist.Answer;
import dev.demur.assist.guard.Refusal;
import dev.demur.assist.vendor.OpenAiVendor;
import dev.demur.assist.vendor.VendorSettings;
import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import dev.demur.program.Program;
import dev.demur.testsupport.TestVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes out to a vendor, on a sample network.
class OutsourcingTest {
  @TempDir Path folder;

  private static Suggesting suggesting(Home home, TestVendor vendor) {
    var settings =
        new VendorSettings(
            "test",
            vendor.url(),
            "small",
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(2));
    return new Suggesting(
        home, () -> home.layout().root(), Outsourcing.with(home, new OpenAiVendor(settings)));
  }

  private static MemberId writer(Home home) {
    return home.corpus().holders().stream()
        .filter(member ->
            home.corpus().of(member).stream().filter(row -> !row.text().isEmpty()).count() > 5)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVendorGetsPermittedFactsAndNothingOnceTheMemberSaysNo() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 12, 7);
    try (Home home = network.open("home");
        TestVendor vendor = TestVendor.saying("Hello")) {
      network.takeIn(home, Set.of());
      network.build(home);
      MemberId member = writer(home);
      Suggesting suggesting = suggesting(home, vendor);

      suggesting.headline(member, 1);

      assertThat(vendor.requests()).hasSize(1);
      for (MemberRecord record : home.records().of(member)) {
        if (!record.author().equals(Optional.of(member))) {
          record
              .field("text")
              .filter(text -> text.length() > 20)
              .ifPresent(text -> assertThat(vendor.requests().getFirst()).doesNotContain(text));
        }
      }

      Choices.toggle(home, member, false, Optional.empty());
      Answer answer = suggesting.headline(member, 1);

      assertThat(vendor.requests()).hasSize(1);
      assertThat(answer.refused()).containsKey(Refusal.VENDOR_NOT_PERMITTED);
    }
  }

  @Test
  void aProgramThatRefusesVendorsKeepsEverythingHere() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 12, 7);
    Program strict =
        Program.parse(
            TestNetwork.PROGRAM.name() + ".yaml",
            TestNetwork.PROGRAM.source().replace("vendor: allowed", "vendor: refused"));
    try (Home home = network.open("home");
        TestVendor vendor = TestVendor.saying("Hello")) {
      network.takeIn(home, Set.of());
      Building.run(home, strict, network::base, Optional.of(TestNetwork.AS_OF), 1, Progress.NONE);

      for (MemberId member : home.corpus().holders()) {
        suggesting(home, vendor).headline(member, 1);
        suggesting(home, vendor).post(member, "plain words", 1);
      }

      assertThat(vendor.requests()).isEmpty();
    }
  }

  @Test
  void settingsThatCannotBeReadAreRefusedWithTheirPlace() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 10, 7);
    try (Home home = network.open("home")) {
      Files.writeString(home.layout().vendor(), "{\"name\":\"x\"}");
      assertThatThrownBy(() -> new Suggesting(home, () -> folder))
          .isInstanceOf(InputRefused.class)
          .hasMessageContaining("vendor.json: url: is missing");
    }
  }
}
