package org.safehand.packaging.release;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safehand.packaging.header.PackageHeader;

/** The facts by which the event {@code transmit-authorised} names exactly one package. */
public final class ReleaseFacts {
  private ReleaseFacts() {}

  /** What the event's header must say, by name, to authorise the package of {@code header}. */
  public static Map<String, String> of(PackageHeader header) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("dispatchId", header.packageId().toString());
    facts.put("packageHeaderSha256", header.digest().hex());
    facts.put("recipientCertificateSha256", header.recipient().certificateSha256().hex());
    facts.put("sealDigest", header.sealDigest().hex());
    return Map.copyOf(facts);
  }
}
