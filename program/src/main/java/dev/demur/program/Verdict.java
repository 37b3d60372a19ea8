package dev.demur.program;

import dev.demur.model.Reason;
import java.util.ArrayList;
import java.util.List;

/* A decision as a number.
 *
 *   0           permit
 *   bits 0–7    1 + ordinal of the reason
 *   bits 8–23   index of the clause
 *   bits 32–55  for SUBJECT_DENIED: the subject's own verdict, laid out alike
 */

/// A decision as a number, and the clauses that the numbers mean.
final class Verdict {
  static final long PERMIT = 0;
  private static final Reason[] REASONS = Reason.values();

  private Verdict() {}

  static boolean isPermit(long verdict) {
    return verdict == PERMIT;
  }

  static Reason reason(long verdict) {
    return REASONS[(int) (verdict & 0xff) - 1];
  }

  static int clause(long verdict) {
    return (int) (verdict >>> 8) & 0xffff;
  }

  static long subjectDenied(long verdict, long own) {
    return verdict | (own << 32);
  }

  /// The subject's own verdict, for SUBJECT_DENIED.
  static long own(long verdict) {
    return verdict >>> 32;
  }

  /// The clauses of one program by index.
  static final class Clauses {
    private static final int MAX_CLAUSES = 1 << 16;
    private final List<String> paths = new ArrayList<>();

    /// The number of a denial for `reason` by the clause at `path`.
    long deny(Reason reason, String path) {
      int index = paths.indexOf(path);
      if (index < 0) {
        index = paths.size();
        paths.add(path);
      }
      if (index >= MAX_CLAUSES) {
        throw new IllegalStateException("a program may have at most 65536 clauses");
      }
      return (Index.of(reason) + 1) | ((long) index << 8);
    }

    /// The clause of a denial; for a subject's, with that member's own reason and clause.
    String of(long verdict) {
      String path = paths.get(clause(verdict));
      if (reason(verdict) != Reason.SUBJECT_DENIED) {
        return path;
      }
      long own = own(verdict);
      return "%s (%s: %s)".formatted(path, reason(own), paths.get(clause(own)));
    }
  }
}
