package dev.demur.assist.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFilesTest {
  @TempDir Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void yamlJsonAndPlainTextGiveTheSameJob() throws IOException {
    Path yaml =
        file("a.yaml", "id: w\ntitle: Ward Manager\nskills: [Triage]\ndescription: Plan shifts.\n");
    Path json =
        file(
            "b.json",
            "{\"id\":\"w\",\"title\":\"Ward Manager\",\"skills\":[\"Triage\"],\"text\":\"Plan shifts.\",\"pay\":1}");
    Path plain = file("w.md", "# Ward Manager\nPlan shifts.\n");

    assertThat(JobFiles.read(yaml)).isEqualTo(JobFiles.read(json));
    assertThat(JobFiles.read(yaml).getFirst().skills()).containsExactly("Triage");
    assertThat(JobFiles.read(plain)).containsExactly(new Job("w", "Ward Manager", "Plan shifts."));
    assertThat(JobFiles.read(folder)).extracting(Job::id).containsExactly("w", "w", "w");
  }

  @Test
  void aListGivesJobsWithNumberedIds() throws IOException {
    Path list = file("jobs.yaml", "- title: A\n  country: DE\n- title: B\n");

    assertThat(JobFiles.read(list)).extracting(Job::id).isEqualTo(List.of("jobs-1", "jobs-2"));
    assertThat(JobFiles.read(list).getFirst().country()).isEqualTo(Optional.of("DE"));
  }

  @Test
  void whatIsNoJobIsRefusedWithFileAndField() throws IOException {
    assertRefused(file("x.yaml", "skills: [a]\n"), "x.yaml: title must be the job's title");
    assertRefused(file("y.yaml", "- title: A\n- title: B\n  country: Germany\n"), "[1].country");
    assertRefused(file("z.json", "{\"title\": \"A\""), "z.json:1: is neither YAML nor JSON");
    assertRefused(file("l.yaml", "just words\n"), "must be a job with fields such as title");
    assertRefused(file("s.yaml", "title: A\nskills: {a: b}\n"), "skills must be a list of texts");
    assertRefused(file("e.txt", "\n"), "the first line must be the title");
    assertRefused(folder.resolve("none.yaml"), "there is no such file");
    assertRefused(Files.createDirectory(folder.resolve("empty")), "holds no job");
    assertRefused(
        file("bomb.yaml", "title: &t [a]\nskills: [*t, *t, *t]\n"), "is neither YAML nor JSON");
    assertRefused(file("big.txt", "x".repeat((1 << 20) + 1)), "at most 1048576 are read");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> JobFiles.read(file))
        .isInstanceOf(JobRefused.class)
        .hasMessageContaining(message);
  }
}
