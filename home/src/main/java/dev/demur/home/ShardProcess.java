package dev.demur.home;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A process that trains the shards it is told to, one line of JSON each on its standard input, and
/// answers with a line each.
///
/// It ends with whoever started it, at once and whatever it is doing: nobody may write checkpoints
/// after the job that holds the home's lock is gone.
public final class ShardProcess {
  private ShardProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    BlockingQueue<String> asked = linesUntilParentEnds();
    while (true) {
      ShardWork work = JsonFile.LINE.readValue(asked.take(), ShardWork.class);
      System.out.println(JsonFile.LINE.writeValueAsString(work.answer(Clock.systemUTC())));
    }
  }

  /// The lines of the standard input. It is read on while other work goes on, and its end, which
  /// comes with the end of whoever writes it, ends this process.
  public static BlockingQueue<String> linesUntilParentEnds() {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    Thread.ofPlatform()
        .daemon()
        .name("demur-shard-input")
        .start(() -> {
          try (var lines =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(asked::add);
          } catch (IOException e) {
            System.err.println("demur: the input of a shard process broke: " + e.getMessage());
          } finally {
            Runtime.getRuntime().halt(0);
          }
        });
    return asked;
  }
}
