package org.safehand.custody.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.note.VerifierKey;

/**
 * Writes what {@link TrustFolder} reads: {@code trust.json}, {@code log.vkey}, {@code seal-ca.pem},
 * {@code tsa-ca.pem}.
 */
public final class TrustFolderWriter {
  private static final String SEAL_CA = "seal-ca.pem";
  private static final String TSA_CA = "tsa-ca.pem";

  private final Path folder;

  /** A writer into {@code folder}, which is made if it is not there. */
  public TrustFolderWriter(Path folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** Writes {@code trust}; files of these names are replaced. */
  public void write(Trust trust) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(TrustFolder.TRUST_JSON), Jcs.write(json(trust)));
    Files.writeString(
        folder.resolve(TrustFolder.LOG_VKEY), TrustFolder.vkeyLines(trust.log().keys()), UTF_8);
    Files.writeString(folder.resolve(SEAL_CA), pem(trust.sealCa()), UTF_8);
    Files.writeString(folder.resolve(TSA_CA), pem(trust.tsaCa()), UTF_8);
  }

  private static JsonObject json(Trust trust) {
    LogTrust log = trust.log();
    return JsonObject.builder()
        .put(
            "log",
            JsonObject.builder().put("keys", keys(log.keys())).put("origin", log.origin()).build())
        .put("quorum", log.quorum())
        .put("sealCa", JsonArray.ofStrings(List.of(SEAL_CA)))
        .put(
            "sealers",
            JsonArray.of(trust.sealers().stream().map(TrustFolderWriter::sealer).toList()))
        .put(
            "timeStampAuthorities",
            JsonArray.of(
                trust.timeStampAuthorities().stream().map(TrustFolderWriter::authority).toList()))
        .put("tsaCa", JsonArray.ofStrings(List.of(TSA_CA)))
        .put("version", 1)
        .put("witnesses", keys(log.witnesses()))
        .build();
  }

  private static JsonArray keys(List<VerifierKey> keys) {
    return JsonArray.ofStrings(keys.stream().map(VerifierKey::toString).toList());
  }

  private static JsonObject sealer(SealerTrust sealer) {
    return JsonObject.builder()
        .put("notAfter", UtcText.millis(sealer.notAfter()))
        .put("notBefore", UtcText.millis(sealer.notBefore()))
        .put("organisation", sealer.organisation())
        .put("spkiSha256", sealer.spkiSha256().hex())
        .build();
  }

  private static JsonObject authority(TsaTrust authority) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("certificateSha256", authority.certificateSha256().hex())
            .put("policies", JsonArray.ofStrings(authority.policies().stream().sorted().toList()));
    authority.withdrawn().ifPresent(moment -> json.put("withdrawn", UtcText.millis(moment)));
    return json.build();
  }

  private static String pem(List<X509Certificate> certificates) {
    StringBuilder pem = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      try {
        pem.append(PemText.encode("CERTIFICATE", certificate.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalArgumentException("a certificate has no encoding", e);
      }
    }
    return pem.toString();
  }
}
