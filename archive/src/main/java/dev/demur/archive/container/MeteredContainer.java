package dev.demur.archive.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/// A container that tells how much of it has been read.
final class MeteredContainer implements ContainerAround {
  private final Container container;
  private final DoubleConsumer meter;
  private final long total;
  private long read;

  MeteredContainer(Container container, DoubleConsumer meter) {
    this.container = container;
    this.meter = meter;
    this.total = Math.max(1, container.entries().stream().mapToLong(Entry::size).sum());
  }

  @Override
  public Container inner() {
    return container;
  }

  @Override
  public InputStream open(Entry entry) {
    return new Metered(container.open(entry));
  }

  private void count(int bytes) {
    read += Math.max(0, bytes);
    meter.accept((double) read / total);
  }

  private final class Metered extends FilterInputStream {
    Metered(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      count(count);
      return count;
    }
  }
}
