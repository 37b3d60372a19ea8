package dev.demur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demur.archive.container.Limits;
import dev.demur.archive.sample.SampleNetwork;
import dev.demur.archive.sample.SampleSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Exit codes and what goes to which stream.
@Isolated("redirects the process's streams")
class CommandLineTest {
  @TempDir Path folder = Path.of("");

  private Ran run(String... arguments) {
    return Ran.of(arguments);
  }

  private Ran inHome(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = folder.resolve("home").toString();
    return run(all);
  }

  @Test
  void anUnknownCommandIsAUsageErrorAndHelpHasAnExample() {
    assertThat(run("forgive").code()).isEqualTo(ExitCode.USAGE);
    for (String command : new String[] {"import", "build", "train", "forget", "choose", "roots"}) {
      Ran help = run(command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).contains("Example: demur " + command);
    }
  }

  @Test
  void everyCommandHasHelpThatComesOutWithoutAWarning() {
    List<String> checked = new ArrayList<>();
    checkHelp(Main.commandLine(), List.of(), checked);
    assertThat(checked).contains("evaluate writing --help").hasSizeGreaterThan(60);
  }

  private void checkHelp(CommandLine command, List<String> path, List<String> checked) {
    List<String> asked = new ArrayList<>(path);
    asked.add("--help");
    Ran help = run(asked.toArray(String[]::new));
    checked.add(String.join(" ", asked));
    assertThat(help.code()).as("demur %s", asked).isZero();
    assertThat(help.err()).as("demur %s", asked).isEmpty();
    assertThat(help.out())
        .as("demur %s", asked)
        .contains("Usage: demur")
        .doesNotContain("${", "%n");
    command
        .getSubcommands()
        .forEach((name, below) -> {
          List<String> deeper = new ArrayList<>(path);
          deeper.add(name);
          checkHelp(below, deeper, checked);
        });
  }

  @Test
  void aGoodArchiveIsKeptBesideABadOneAndTheCodeSaysThatSomethingWasRefused() throws IOException {
    SampleNetwork.write(new SampleSettings(10, 1), folder.resolve("network"));
    Path good = firstArchive();
    Path truncated = folder.resolve("truncated.zip");
    byte[] bytes = Files.readAllBytes(good);
    Files.write(truncated, Arrays.copyOf(bytes, bytes.length / 2));
    Path empty = folder.resolve("empty.zip");
    try (OutputStream out = Files.newOutputStream(empty);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.finish();
    }
    Path climbing = folder.resolve("climbing.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(climbing))) {
      zip.putNextEntry(new ZipEntry("../Profile.csv"));
      zip.write("First Name,Last Name\nA,B\n".getBytes(StandardCharsets.UTF_8));
    }

    Ran ran =
        inHome(
            "import",
            "--json",
            good.toString(),
            truncated.toString(),
            empty.toString(),
            climbing.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.json().path("members").asInt()).isEqualTo(1);
    assertThat(ran.json().path("refused").size()).isEqualTo(3);
    assertThat(ran.err()).contains("truncated.zip", "empty.zip", "climbing.zip");
    assertThat(folder.resolve("Profile.csv")).doesNotExist();

    Ran again = inHome("import", "--json", good.toString());
    assertThat(again.code()).isZero();
    assertThat(again.json().path("records")).isEqualTo(ran.json().path("records"));
  }

  @Test
  void anArchiveAboveALimitThatAFlagSetsIsRefusedAndTheDefaultsAreTheReadersOwn()
      throws IOException {
    SampleNetwork.write(new SampleSettings(10, 1), folder.resolve("network"));
    Ran ran = inHome("import", "--json", "--max-entries", "3", firstArchive().toString());
    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("3").contains("see demur import --help");
    Ran wrong = inHome("import", "--max-entry-bytes", "much", firstArchive().toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("must be a number of bytes such as 1048576, 512m or 8g");
    var command = new ImportCommand();
    new CommandLine(command).parseArgs("x.zip");
    assertThat(command.limits.limits()).isEqualTo(Limits.DEFAULT);
  }

  private Path firstArchive() throws IOException {
    try (var files = Files.list(folder.resolve("network/archives"))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void aBrokenProgramIsRefusedWithFileAndLine() throws IOException {
    Path program = folder.resolve("broken.yaml");
    Files.writeString(program, "program: broken\nregoins: {}\n");

    Ran ran = run("program", "check", program.toString());

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("broken.yaml", "2", "regoins", "regions");
  }

  @Test
  void postsThatAreNotThereAreRefused() {
    Ran ran = run("evaluate", "adapters", "--posts", folder.resolve("none.jsonl").toString());

    assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.err()).contains("none.jsonl: no such file");
  }

  @Test
  void aReceiptVerifiesOfflineAndAChangedOneDoesNot() throws IOException {
    assertThat(inHome("member", "set", "anna-berg", "--country", "DE").code()).isZero();
    Ran chosen = inHome("choose", "anna-berg", "--toggle", "off");
    Path receipt = folder.resolve("receipt.json");
    Files.writeString(receipt, chosen.out());
    assertThat(inHome("receipt", "verify", receipt.toString()).code()).isZero();

    Files.writeString(receipt, chosen.out().replace("false", "true"));
    Ran changed = inHome("receipt", "verify", receipt.toString());
    assertThat(changed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(changed.err()).contains("the receipt does not hold");
  }

  @Test
  void aChoiceOfSomebodyUnknownIsRefusedAndTrainingWithoutASnapshotSaysWhatToDo() {
    Ran choice = inHome("choose", "nobody-here", "--toggle", "off");
    assertThat(choice.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(choice.err()).contains("nobody here is called nobody-here");
  }

  @Test
  void casesAreDecidedWithoutAHome() throws IOException {
    Path cases = folder.resolve("cases.jsonl");
    Files.writeString(
        cases,
        """
        {"id":"c1","at":"2025-12-01T00:00:00Z","use":{"purpose":"content-generation","recipient":"controller"},"record":{"category":"private-message.inbox","createdAt":"2025-11-20T10:00:00Z","author":"m1","about":[],"mentions":[],"deletedAt":null},"members":{"m1":{"countries":[{"code":"US","from":"2015-01-01T00:00:00Z"}],"birthDate":"1990-05-01","toggle":[],"objections":[],"notices":[{"deliveredAt":"2025-09-18T00:00:00Z"}],"closedAt":null}}}
        """);

    Ran ran = run("decide", "--program", "linkedin-2025", "--batch", cases.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.json().path("outcome").asString()).isEqualTo("deny");
    assertThat(ran.json().path("reason").asString()).isEqualTo("category-never");
  }

  @Test
  void membersAreMatchedWithJobsAndMessagesAreDrafted() throws IOException {
    SampleNetwork.write(new SampleSettings(12, 1), folder.resolve("network"));
    String facts = folder.resolve("network/members.jsonl").toString();
    assertThat(
            inHome("import", "--facts", facts, folder.resolve("network/archives").toString())
                .code())
        .isZero();
    String member = firstArchive().getFileName().toString().replace(".zip", "");

    Ran jobs = inHome("match", "jobs", "--json", "--member", member);
    assertThat(jobs.code()).isZero();
    JsonNode first = jobs.json().path("jobs").path(0);
    assertThat(first.path("shown").size()).isPositive();

    Path job = folder.resolve("job.json");
    Files.writeString(
        job,
        Output.JSON.writeValueAsString(
            Output.object("title", first.path("title"), "skills", first.path("shown"))));
    Ran own = inHome("fit", "--own", "--json", "--member", member, "--job", job.toString());
    assertThat(own.code()).isZero();
    assertThat(own.json().path("missing").size()).isZero();
    Ran fit = inHome("fit", "--member", member, "--job", job.toString());
    assertThat(fit.code()).as("nothing has been built yet").isEqualTo(ExitCode.NOT_PERMITTED);
    Ran members = inHome("match", "members", "--json", "--job", job.toString());
    assertThat(members.json().path("members").size()).isZero();
    assertThat(inHome("paths", "--json", "--member", member).json().path("paths").isArray())
        .isTrue();
    assertThat(inHome("match", "members", "--job", folder.resolve("no.yaml").toString()).code())
        .isEqualTo(ExitCode.REFUSED);

    Ran message =
        inHome(
            "suggest", "message", "--json", "--member", member, "--to", "Ines", "--text", "maps");
    assertThat(message.code()).isZero();
    assertThat(message.json().path("suggestions").path(0).path("text").asString())
        .startsWith("Hello Ines,")
        .contains("maps");
  }
}
