package dev.demur.home;

import java.io.IOException;
import java.util.List;

/// Who trains shards, when it is not the threads of this process.
@FunctionalInterface
public interface ShardEngine {
  /// Trains all of them, each up to its last slice.
  ///
  /// @return what was done, in any order
  /// @throws NotPermitted when a slice may not be trained any more; slices before it are kept
  List<ShardWork.Done> run(List<ShardWork> shards) throws IOException;
}
