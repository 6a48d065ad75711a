package org.safehand.custody.timestamp;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What a verified token says.
 *
 * @param time when the bytes existed
 * @param policy OID of the policy under which it was issued
 * @param serial the token's serial number at that authority
 * @param authority the pinned certificate of the authority
 */
public record VerifiedTime(
    Instant time, String policy, BigInteger serial, X509Certificate authority) {
  public VerifiedTime {
    requireNonNull(time, "time is null");
    requireNonNull(policy, "policy is null");
    requireNonNull(serial, "serial is null");
    requireNonNull(authority, "authority is null");
  }
}
