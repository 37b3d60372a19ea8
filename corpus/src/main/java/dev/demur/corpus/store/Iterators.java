package dev.demur.corpus.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Iterators made of iterators. None of them looks ahead, so that what lies behind can be closed.
final class Iterators {
  private Iterators() {}

  static <A, B> Iterator<B> map(Iterator<A> from, Function<A, B> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public B next() {
        return function.apply(from.next());
      }
    };
  }

  /// The first `most` things.
  static <A> Iterator<A> limit(Iterator<A> from, long most) {
    return new Iterator<>() {
      private long given;

      @Override
      public boolean hasNext() {
        return given < most && from.hasNext();
      }

      @Override
      public A next() {
        if (!hasNext()) {
          throw new NoSuchElementException("no more than " + most);
        }
        given++;
        return from.next();
      }
    };
  }

  /// As long as a condition holds, which is asked before each thing.
  static <A> Iterator<A> takeWhile(Iterator<A> from, BooleanSupplier condition) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return condition.getAsBoolean();
      }

      @Override
      public A next() {
        if (!hasNext()) {
          throw new NoSuchElementException("no more");
        }
        return from.next();
      }
    };
  }

  /// One thing, then the others.
  static <A> Iterator<A> after(A first, Iterator<A> rest) {
    return chain(java.util.List.of(first).iterator(), rest);
  }

  /// One after the other.
  static <A> Iterator<A> chain(Iterator<A> first, Iterator<A> second) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || second.hasNext();
      }

      @Override
      public A next() {
        return first.hasNext() ? first.next() : second.next();
      }
    };
  }
}
