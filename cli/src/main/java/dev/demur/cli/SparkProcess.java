package dev.demur.cli;

import dev.demur.home.InputRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A build by Spark, in a process of its own: its libraries would slow down every other command.
///
/// @param program a shipped name, or a file
record SparkProcess(
    CommonOptions common,
    String program,
    Optional<Instant> asOf,
    String master,
    boolean fromScratch) {
  private static final String MAIN = "dev.demur.spark.Main";
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch");

  /// How it ended, and how many texts were made.
  record Outcome(int exitCode, long made) {}

  Outcome run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .start();
    String last = "0";
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
    }
    int code = process.waitFor();
    return new Outcome(code, code == ExitCode.DONE ? Long.parseLong(last) : 0);
  }

  private List<String> command() {
    Path lib = Base.root().resolve("spark/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new InputRefused(lib + ": no Spark here; run ./demur from a checkout, which builds it");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + Runtime.getRuntime().maxMemory(),
            "-XX:+UseParallelGC",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", lib + "/*", MAIN, request()));
    return command;
  }

  /// As `dev.demur.spark.Main.Request` reads it.
  private String request() {
    Map<String, Object> request =
        Output.object(
            "home", common.home.toAbsolutePath().toString(),
            "program", program,
            "base", Base.usual().toString(),
            "master", master,
            "fromScratch", fromScratch);
    CommonOptions.keyFile().ifPresent(file -> request.put("key", file.toString()));
    asOf.ifPresent(at -> request.put("asOf", at.toString()));
    return Output.JSON.writeValueAsString(request);
  }
}
