package org.safehand.cli.verify;

import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Locale;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.evidence.VerifiedRecord;
import org.safehand.packaging.evidence.VerifiedStamp;
import org.safehand.packaging.open.VerifiedPackage;

/** What an evidence record shows, in the words of the command line. */
public final class ArchiveReport {
  private ArchiveReport() {}

  /**
   * Adds to {@code json} since when, by whom and how often {@code verified} was archived, if so.
   */
  public static JsonObjectBuilder addTo(JsonObjectBuilder json, VerifiedPackage verified) {
    verified.archived().ifPresent(found -> add(json, found));
    return json;
  }

  private static void add(JsonObjectBuilder json, VerifiedRecord found) {
    List<VerifiedStamp> stamps = found.stamps();
    json.put("archived", UtcText.millis(found.since()))
        .put("archivedBy", name(stamps.get(0)))
        .put("archiveRenewals", found.renewals())
        .put("archiveTimeStamps", JsonArray.of(stamps.stream().map(ArchiveReport::json).toList()));
  }

  private static JsonObject json(VerifiedStamp stamp) {
    try {
      return JsonObject.builder()
          .put("time", UtcText.millis(stamp.time()))
          .put("authority", name(stamp))
          .put("certificateSha256", Digest.of(stamp.authority().getEncoded()).hex())
          .put("hash", stamp.algorithm().toString().toLowerCase(Locale.ROOT))
          .build();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  private static String name(VerifiedStamp stamp) {
    return stamp.authority().getSubjectX500Principal().getName();
  }
}
