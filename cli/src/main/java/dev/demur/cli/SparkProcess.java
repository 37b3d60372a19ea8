package dev.demur.cli;

import dev.demur.home.InputRefused;
import dev.demur.home.NotPermitted;
import dev.demur.home.ShardEngine;
import dev.demur.home.ShardWork;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Work by Spark, in a process of its own: its libraries would slow down every other command. The
/// process ends with this one.
///
/// @param request as `dev.demur.spark.Main.Request` reads it
record SparkProcess(Map<String, Object> request) {
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

  /// A build.
  ///
  /// @param program a shipped name, or a file
  static SparkProcess build(
      CommonOptions common,
      String program,
      Optional<Instant> asOf,
      String master,
      boolean fromScratch) {
    Map<String, Object> build =
        Output.object(
            "home", common.home.toAbsolutePath().toString(),
            "program", program,
            "base", Base.usual().toString(),
            "master", master,
            "fromScratch", fromScratch);
    CommonOptions.keyFile().ifPresent(file -> build.put("key", file.toString()));
    asOf.ifPresent(at -> build.put("asOf", at.toString()));
    return new SparkProcess(Output.object("build", build));
  }

  /// Who trains shards.
  static ShardEngine training(String master) {
    return shards -> {
      Map<String, Object> train = Output.object("shards", shards, "master", master);
      Outcome outcome = new SparkProcess(Output.object("train", train)).run();
      return switch (outcome.exitCode()) {
        case ExitCode.DONE ->
            List.of(Output.JSON.readValue(outcome.answer(), ShardWork.Done[].class));
        case ExitCode.NOT_PERMITTED -> throw new NotPermitted(outcome.answer());
        default -> throw new IOException("Spark did not train the shards; what is trained is kept");
      };
    };
  }

  /// How it ended, and the last line that it wrote.
  record Outcome(int exitCode, String answer) {}

  Outcome run() throws IOException {
    Process process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedWriter told = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      told.write(Output.JSON.writeValueAsString(request));
      told.newLine();
      told.flush();
      String last = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
      return new Outcome(process.waitFor(), last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Spark worked", e);
    } finally {
      process.destroyForcibly();
    }
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
    command.addAll(List.of("-cp", lib + "/*", MAIN));
    return command;
  }
}
