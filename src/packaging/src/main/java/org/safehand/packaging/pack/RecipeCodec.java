package org.safehand.packaging.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.zip.StoredEntry;

/**
 * The serial form of a list of recipe entries: magic, version, count; per entry a kind, the name,
 * and either the content or size, CRC-32, reference and SHA-256. Big-endian, nothing optional,
 * nothing behind the last entry.
 */
final class RecipeCodec {
  private static final int MAGIC = 0x53485243; // "SHRC"
  private static final int VERSION = 1;
  private static final int INLINE = 0;
  private static final int SEGMENT = 1;

  private RecipeCodec() {}

  static byte[] write(List<RecipeEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(entries.size());
      for (RecipeEntry entry : entries) {
        write(out, entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  static List<RecipeEntry> read(byte[] bytes) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IllegalArgumentException("not a recipe of version 1");
      }
      int count = in.readInt();
      List<RecipeEntry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        entries.add(read(in));
      }
      if (in.read() != -1) {
        throw new IllegalArgumentException("bytes behind the last entry of a recipe");
      }
      return entries;
    } catch (IOException e) {
      throw new IllegalArgumentException("a recipe that ends too early", e);
    }
  }

  private static void write(DataOutputStream out, RecipeEntry entry) throws IOException {
    if (entry instanceof RecipeEntry.Inline inline) {
      byte[] content = inline.content();
      out.writeByte(INLINE);
      out.writeUTF(inline.name());
      out.writeInt(content.length);
      out.write(content);
    } else if (entry instanceof RecipeEntry.Segment segment) {
      out.writeByte(SEGMENT);
      out.writeUTF(segment.name());
      out.writeLong(segment.stored().size());
      out.writeLong(segment.stored().crc32());
      out.writeUTF(segment.reference());
      out.write(segment.sha256().bytes());
    }
  }

  private static RecipeEntry read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    String name = in.readUTF();
    return switch (kind) {
      case INLINE -> new RecipeEntry.Inline(name, exactly(in, in.readInt()));
      case SEGMENT -> {
        StoredEntry stored = new StoredEntry(name, in.readLong(), in.readLong());
        String reference = in.readUTF();
        yield new RecipeEntry.Segment(
            stored, reference, Digest.ofBytes(exactly(in, Digest.LENGTH)));
      }
      default -> throw new IllegalArgumentException("a recipe entry of unknown kind " + kind);
    };
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    if (length < 0) {
      throw new IllegalArgumentException("a negative length in a recipe");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("only " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }
}
