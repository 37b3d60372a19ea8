package dev.demur.home;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Trains shards in several processes of this machine, which are told one shard after another.
///
/// @param command that starts one, see [ShardProcess]
/// @param count how many at a time
public record ShardProcesses(List<String> command, int count) implements ShardEngine {
  private static final int MAX_COUNT = 256;

  public ShardProcesses {
    if (count < 1 || count > MAX_COUNT) {
      throw new InputRefused("processes must be 1 to %d, got: %d".formatted(MAX_COUNT, count));
    }
    command = List.copyOf(command);
  }

  /// Processes like this one: the same Java, options and classes.
  public static ShardProcesses likeThisOne(int count) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ShardProcess.class.getName()));
    return new ShardProcesses(command, count);
  }

  @Override
  public List<ShardWork.Done> run(List<ShardWork> shards) throws IOException {
    ConcurrentLinkedQueue<ShardWork> waiting = new ConcurrentLinkedQueue<>(shards);
    List<Future<List<ShardWork.Done>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Math.min(count, shards.size()); i++) {
        running.add(threads.submit(() -> ofOneProcess(waiting)));
      }
    }
    List<ShardWork.Done> done = new ArrayList<>();
    for (Future<List<ShardWork.Done>> each : running) {
      done.addAll(outcome(each));
    }
    return done;
  }

  /// When one fails, nobody takes another shard.
  private List<ShardWork.Done> ofOneProcess(ConcurrentLinkedQueue<ShardWork> waiting)
      throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedWriter told = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      List<ShardWork.Done> done = new ArrayList<>();
      for (ShardWork work = waiting.poll(); work != null; work = waiting.poll()) {
        told.write(JsonFile.LINE.writeValueAsString(work));
        told.newLine();
        told.flush();
        String answer = answers.readLine();
        if (answer == null) {
          throw new IOException(
              "a process that trained shard %d ended; run `demur train` again, what is trained is kept"
                  .formatted(work.shard()));
        }
        done.add(JsonFile.LINE.readValue(answer, ShardWork.Answer.class).orThrow());
      }
      return done;
    } catch (IOException | RuntimeException e) {
      waiting.clear();
      throw e;
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<ShardWork.Done> outcome(Future<List<ShardWork.Done>> finished)
      throws IOException {
    try {
      return finished.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while shards were trained", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException runtime -> throw runtime;
        case null, default -> throw new IllegalStateException("shards were not trained", e);
      }
    }
  }
}
