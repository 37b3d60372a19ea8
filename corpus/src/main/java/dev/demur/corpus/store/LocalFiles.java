package dev.demur.corpus.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/// Files of a warehouse folder, for Iceberg.
///
/// Locations look like `warehouse:/demur/records/data/…` and are relative to the folder, so that a
/// home can be moved or copied and its tables hold no path of the machine. A file is on disk when
/// its stream is closed, its name in the folder included. Thread-safe.
public final class LocalFiles implements FileIO {
  /// The property that names the folder, for engines that make their own instance.
  public static final String FOLDER_PROPERTY = "demur.warehouse";

  /// What every location starts with.
  public static final String SCHEME = "warehouse:/";

  private static final long serialVersionUID = 1;

  private String folder = "";

  /// An instance without a folder, to be given one by [#initialize]; for other engines.
  public LocalFiles() {}

  LocalFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize().toString();
  }

  @Override
  public void initialize(Map<String, String> properties) {
    folder = properties.getOrDefault(FOLDER_PROPERTY, folder);
  }

  /// The file at a location.
  Path path(String location) {
    Path root = Path.of(folder);
    if (!location.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "a location must start with %s, got: %s".formatted(SCHEME, location));
    }
    Path path = root.resolve(location.substring(SCHEME.length())).normalize();
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException("location leaves the warehouse: " + location);
    }
    return path;
  }

  @Override
  public InputFile newInputFile(String location) {
    return new Input(location, path(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new Output(this, location, path(location));
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(path(location));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + location, e);
    }
  }

  /// Makes the names in a folder durable, where the system can.
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open a folder; its file system journals names itself.
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw new UncheckedIOException("cannot make the names in a folder durable: " + folder, e);
      }
    }
  }

  /// A file to read; the work is Iceberg's own, by path.
  private record Input(String location, Path path) implements InputFile {
    private InputFile local() {
      return org.apache.iceberg.Files.localInput(path.toFile());
    }

    @Override
    public long getLength() {
      return local().getLength();
    }

    @Override
    public org.apache.iceberg.io.SeekableInputStream newStream() {
      return local().newStream();
    }

    @Override
    public boolean exists() {
      return local().exists();
    }
  }

  /// A file to write.
  private record Output(LocalFiles files, String location, Path path) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      if (Files.exists(path)) {
        throw new AlreadyExistsException("already exists: %s", location);
      }
      return createOrOverwrite();
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      try {
        Files.createDirectories(path.getParent());
        return new DurableStream(path);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + location, e);
      }
    }

    @Override
    public InputFile toInputFile() {
      return files.newInputFile(location);
    }
  }

  /// A stream whose bytes and name are on disk once it is closed.
  private static final class DurableStream extends PositionOutputStream {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final OutputStream out;
    private long position;

    DurableStream(Path path) throws IOException {
      this.path = path;
      this.channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      this.out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      if (!channel.isOpen()) {
        return;
      }
      try (channel) {
        out.flush();
        channel.force(true);
      }
      syncFolder(Objects.requireNonNull(path.getParent()));
    }
  }
}
