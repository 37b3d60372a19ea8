package dev.demur.corpus.store;

import dev.demur.model.MemberId;
import dev.demur.model.MemberRecord;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/// The making of one bucket of the corpus out of one bucket of records: holders one at a time, so
/// that memory holds one holder, whatever the bucket.
///
/// May be sent to another process that sees the warehouse folder under the same path, while the
/// change it comes from is open here. Killed halfway, it leaves a file that nothing names.
public final class BucketTask implements Serializable {
  private static final long serialVersionUID = 1;

  private final BucketRewrite<MemberRecord> records;
  private final BucketRewrite<CorpusEntry> corpus;

  BucketTask(BucketRewrite<MemberRecord> records, BucketRewrite<CorpusEntry> corpus) {
    this.records = records;
    this.corpus = corpus;
  }

  /// The same task for another attempt, whose file must not meet that of an attempt still running.
  public BucketTask attempt(int number) {
    return new BucketTask(records, corpus.attempt(number));
  }

  /// What is made of one holder's records.
  @FunctionalInterface
  public interface Stage {
    /// What became of one holder's records.
    ///
    /// @param before what the corpus has of the holder
    Derived derive(MemberId holder, List<MemberRecord> records, List<CorpusEntry> before);
  }

  /// The outcome of a task, to be handed to [CorpusTable.Change#accept].
  public static final class Made implements Serializable {
    private static final long serialVersionUID = 1;

    private final BucketRewrite.@org.jspecify.annotations.Nullable Replacement replacement;

    Made(Optional<BucketRewrite.Replacement> replacement) {
      this.replacement = replacement.orElse(null);
    }

    Optional<BucketRewrite.Replacement> replacement() {
      return Optional.ofNullable(replacement);
    }
  }

  /// Makes the bucket, in a file beside the one there is.
  ///
  /// @param each is told what became of each holder
  public Made run(Stage stage, Consumer<Derived> each) {
    try (BucketRows<MemberRecord> holders = records.rows();
        BucketRows<CorpusEntry> before = corpus.rows()) {
      return new Made(corpus.run(new Entries(holders, before, stage, each)));
    }
  }

  /// The entries of all holders, made as they are asked for.
  private static final class Entries implements Iterator<CorpusEntry> {
    private final BucketRows<MemberRecord> holders;
    private final BucketRows<CorpusEntry> before;
    private final Stage stage;
    private final Consumer<Derived> each;
    private Iterator<CorpusEntry> current = Collections.emptyIterator();

    Entries(
        BucketRows<MemberRecord> holders,
        BucketRows<CorpusEntry> before,
        Stage stage,
        Consumer<Derived> each) {
      this.holders = holders;
      this.before = before;
      this.stage = stage;
      this.each = each;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && holders.hasNext()) {
        List<MemberRecord> records = holders.next();
        MemberId holder = records.getFirst().holder();
        Derived derived = stage.derive(holder, records, before.of(holder));
        each.accept(derived);
        current = derived.entries().iterator();
      }
      return current.hasNext();
    }

    @Override
    public CorpusEntry next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no more entries in this bucket");
      }
      return current.next();
    }
  }
}
