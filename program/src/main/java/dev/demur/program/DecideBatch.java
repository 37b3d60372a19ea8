package dev.demur.program;

import dev.demur.model.Decision;
import dev.demur.model.MemberId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Decides cases given in full: JSON Lines in, JSON Lines out, in the same order.
///
/// A line that is no case gives no answer; it is reported, and the other lines are decided all the
/// same. Empty lines are passed over.
public final class DecideBatch {
  /// How many refused lines are reported one by one.
  public static final int MAX_REPORTED = 100;

  private static final int BLOCKS_AHEAD_PER_THREAD = 4;
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  private final Program program;
  private final int threads;

  /// @param threads how many work at once, at least 1; the answers do not depend on it
  public DecideBatch(Program program, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    this.program = program;
    this.threads = threads;
  }

  /// What became of a batch.
  ///
  /// @param decided how many lines were answered
  /// @param refused how many lines were no case
  /// @param refusals the first [#MAX_REPORTED] of them
  public record Result(long decided, long refused, List<Refusal> refusals) {
    public Result {
      refusals = List.copyOf(refusals);
    }
  }

  /// A line that is no case.
  ///
  /// @param line 1 is the first line
  /// @param reason where in it, what was found and what was expected
  public record Refusal(long line, String reason) {
    @Override
    public String toString() {
      return "line " + line + ": " + reason;
    }
  }

  /// Reads `in` to its end and writes the answers to `out`, which is flushed and not closed.
  public Result run(InputStream in, OutputStream out) throws IOException {
    var tally = new Tally();
    var blocks = new LineBlocks(in);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      Deque<Future<Answers>> ahead = new ArrayDeque<>();
      for (LineBlocks.Block block = blocks.next(); !block.isEnd(); block = blocks.next()) {
        LineBlocks.Block todo = block;
        ahead.add(workers.submit(() -> decide(todo)));
        if (ahead.size() > threads * BLOCKS_AHEAD_PER_THREAD) {
          tally.add(await(ahead.remove()), out);
        }
      }
      while (!ahead.isEmpty()) {
        tally.add(await(ahead.remove()), out);
      }
    }
    out.flush();
    return new Result(tally.decided, tally.refused, tally.refusals);
  }

  private static Answers await(Future<Answers> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while deciding", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("deciding a block failed", e.getCause());
    }
  }

  /// The answers to one block of lines.
  ///
  /// @param lines how many lines the block had
  /// @param refusals with line numbers counted from 1 within the block
  private record Answers(
      ByteArrayOutputStream json, long decided, long lines, List<Refusal> refusals) {}

  /// What has been written so far.
  private static final class Tally {
    private long decided;
    private long refused;
    private long lines;
    private final List<Refusal> refusals = new ArrayList<>();

    void add(Answers answers, OutputStream out) throws IOException {
      answers.json().writeTo(out);
      for (Refusal refusal : answers.refusals()) {
        if (refusals.size() < MAX_REPORTED) {
          refusals.add(new Refusal(lines + refusal.line(), refusal.reason()));
        }
      }
      decided += answers.decided();
      refused += answers.refusals().size();
      lines += answers.lines();
    }
  }

  private Answers decide(LineBlocks.Block block) {
    var json = new ByteArrayOutputStream(block.length() / 2 + 64);
    List<Refusal> refusals = new ArrayList<>();
    var text = new LineText();
    long decided = 0;
    long lines = 0;
    try (JsonGenerator generator =
        JSON.createGenerator(ObjectWriteContext.empty(), json, JsonEncoding.UTF8)) {
      for (int start = 0; start < block.length(); ) {
        int end = block.lineEnd(start);
        lines++;
        if (!block.isBlank(start, end)) {
          try {
            if (block.isTooLong()) {
              throw CaseRefused.found(
                  "more than " + LineBlocks.MAX_LINE + " bytes", "a shorter line");
            }
            text.decode(block.bytes(), start, end - start);
            DecisionCase given = CaseReader.read(text);
            write(generator, given.id(), program.decide(given));
            decided++;
          } catch (CaseRefused refused) {
            refusals.add(new Refusal(lines, refused.reason()));
          }
        }
        start = end + 1;
      }
    }
    if (decided > 0) {
      json.write('\n');
    }
    return new Answers(json, decided, lines, refusals);
  }

  private static void write(JsonGenerator json, String id, Decision decision) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    switch (decision) {
      case Decision.Permit _ -> {
        json.writeStringProperty("outcome", "permit");
        json.writeNullProperty("reason");
      }
      case Decision.Deny deny -> {
        json.writeStringProperty("outcome", "deny");
        json.writeStringProperty("reason", deny.reason().code());
      }
    }
    json.writeStringProperty("clause", decision.clause());
    json.writeName("redact");
    json.writeStartArray();
    for (MemberId member : decision.redact()) {
      json.writeString(member.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
