package org.safehand.exchange.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;

/**
 * A recipe of a header, a manifest and one stored segment, in its serial form. Only its transport
 * matters.
 */
public final class TestRecipe {
  private static final String REFERENCE = "segment";

  private final byte[] segment;

  public TestRecipe(int size) {
    segment = new byte[size];
    new Random(size).nextBytes(segment);
  }

  public PackageRecipe recipe() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CRC32 crc = new CRC32();
    crc.update(segment);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] manifest = "<manifest/>".getBytes(UTF_8);
      out.writeInt(0x53485243);
      out.writeInt(1);
      out.writeInt(3);
      byte[] header = header().toBytes();
      out.writeByte(0);
      out.writeUTF("package.json");
      out.writeInt(header.length);
      out.write(header);
      out.writeByte(1);
      out.writeUTF("exhibits/0001/00000.bin");
      out.writeLong(segment.length);
      out.writeLong(crc.getValue());
      out.writeUTF(REFERENCE);
      out.write(Digest.of(segment).bytes());
      out.writeByte(0);
      out.writeUTF("META-INF/ASiCManifest001.xml");
      out.writeInt(manifest.length);
      out.write(manifest);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return PackageRecipe.fromBytes(bytes.toByteArray());
  }

  private PackageHeader header() {
    return new PackageHeader(
        new Routing(
            new UUID(0, 1), "hotline.example", Instant.EPOCH, 1, Optional.empty(), "TLP:AMBER"),
        new UUID(0, 2).toString(),
        Digest.of(segment),
        HeaderRecipient.of(TestEndpoints.ENCRYPTION),
        List.of());
  }

  SegmentSource source() {
    return reference -> new ByteArrayInputStream(segment);
  }

  byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    recipe().writeTo(out, source());
    return out.toByteArray();
  }
}
