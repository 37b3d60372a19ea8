package dev.demur.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a catalogue outside is told of the jobs of a home.
class LineageTest {
  @TempDir private Path folder;

  private Home listening(TestNetwork network, String name, String transport) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("openlineage.yml"), "transport:\n" + transport);
    return network.open(name);
  }

  private static List<RunEvent> events(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(OpenLineageClientUtils::runEventFromJson).toList();
  }

  @Test
  void eachJobTellsItsStartItsEndAndItsTablesAndNoMember() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 12, 8);
    Path told = folder.resolve("events.ndjson");
    String root;
    try (Home home = listening(network, "home", "  type: file\n  location: %s\n".formatted(told))) {
      network.takeIn(home, Set.of());
      root = network.build(home).contentRoot();
      network.train(home);
      network.forget(home, Set.of(network.members().getFirst()));
      assertThatThrownBy(() ->
              Importing.run(
                  home,
                  List.of(folder.resolve("no-such.zip")),
                  java.util.Optional.empty(),
                  java.util.Optional.empty(),
                  Progress.NONE))
          .isInstanceOf(RuntimeException.class);
    }

    List<RunEvent> events = events(told);
    assertThat(events)
        .extracting(event -> event.getJob().getName() + " " + event.getEventType())
        .startsWith(
            "import START",
            "import COMPLETE",
            "build START",
            "build COMPLETE",
            "train START",
            "train COMPLETE",
            "forget START",
            "forget COMPLETE");
    RunEvent built = events.get(3);
    assertThat(built.getRun().getRunId()).isEqualTo(events.get(2).getRun().getRunId());
    assertThat(built.getInputs()).extracting(each -> each.getName()).containsExactly("records");
    OutputDataset corpus = built.getOutputs().getFirst();
    assertThat(corpus.getName()).isEqualTo("corpus");
    assertThat(corpus.getFacets().getVersion().getDatasetVersion()).isEqualTo(root);
    assertThat(corpus.getOutputFacets().getOutputStatistics().getRowCount()).isPositive();
    assertThat(events.get(5).getInputs().getFirst().getFacets().getVersion().getDatasetVersion())
        .isEqualTo(root);
    String all = Files.readString(told);
    network.members().forEach(member -> assertThat(all).doesNotContain(member.value()));
  }

  @Test
  void aBackendThatIsDownStopsNoJob() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    TestNetwork network = TestNetwork.in(folder, 10, 8);
    String down = "  type: http\n  url: http://127.0.0.1:%d\n".formatted(closed);
    try (Home home = listening(network, "home", down)) {
      network.takeIn(home, Set.of());
      assertThat(network.build(home).in()).isPositive();
    }
  }

  @Test
  void settingsThatNameNoBackendAreRefusedWithTheFile() throws IOException {
    TestNetwork network = TestNetwork.in(folder, 10, 8);
    assertThatThrownBy(() -> listening(network, "home", "  type: pigeon\n"))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("openlineage.yml");
  }
}
