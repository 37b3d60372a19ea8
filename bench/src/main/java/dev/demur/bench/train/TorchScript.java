package dev.demur.bench.train;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes a TorchScript module without Python: a zip that holds its source and the pickle of an
/// object without fields.
final class TorchScript {
  private static final byte[] MODULE_FORMAT = "3\n".getBytes(StandardCharsets.US_ASCII);

  /// Pickle, protocol 2: an empty tuple.
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  private TorchScript() {}

  /// @param methods as TorchScript writes them, indented by two, of class `__torch__.M`
  static PtSymbolBlock load(PtNDManager manager, String methods) throws IOException {
    return JniUtils.loadModule(manager, new ByteArrayInputStream(archive(methods)), false, false);
  }

  private static byte[] archive(String methods) throws IOException {
    String source =
        """
        class M(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
        """
            + methods.stripTrailing()
            + "\n";
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "m/data.pkl", object());
      put(zip, "m/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      put(zip, "m/constants.pkl", NO_CONSTANTS);
      put(zip, "m/version", MODULE_FORMAT);
    }
    return bytes.toByteArray();
  }

  /// Pickle, protocol 2: `M.__new__(M)` with the state `{"training": True}`.
  private static byte[] object() {
    String field = "training";
    var pickle = new ByteArrayOutputStream();
    pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    pickle.writeBytes("c__torch__\nM\n".getBytes(StandardCharsets.US_ASCII));
    pickle.writeBytes(new byte[] {')', (byte) 0x81, '}', '('});
    pickle.writeBytes(new byte[] {'X', (byte) field.length(), 0, 0, 0});
    pickle.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
    pickle.writeBytes(new byte[] {(byte) 0x88, 'u', 'b', '.'});
    return pickle.toByteArray();
  }

  /// Entries lie uncompressed, with their sizes ahead of them, as PyTorch maps them into memory.
  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
