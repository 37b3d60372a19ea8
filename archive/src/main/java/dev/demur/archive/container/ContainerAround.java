package dev.demur.archive.container;

import dev.demur.archive.RefusedEntry;
import java.nio.file.Path;
import java.util.List;

/// A container that is another one in all but how its entries are read.
sealed interface ContainerAround extends Container permits KeepingContainer, MeteredContainer {
  Container inner();

  @Override
  default Path path() {
    return inner().path();
  }

  @Override
  default Limits limits() {
    return inner().limits();
  }

  @Override
  default List<Entry> entries() {
    return inner().entries();
  }

  @Override
  default List<RefusedEntry> refused() {
    return inner().refused();
  }

  @Override
  default void close() {
    inner().close();
  }
}
