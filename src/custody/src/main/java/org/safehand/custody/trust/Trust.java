package org.safehand.custody.trust;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * All that a verifier trusts. There is no default and no empty part.
 *
 * @param log which log, under which keys
 * @param sealers whose seals count; pinned by key, never by issuer
 * @param sealCa certificates that only build paths from a seal certificate
 * @param tsaCa certificates that only build paths from a time-stamp certificate
 * @param timeStampAuthorities whose time-stamps count; pinned by certificate
 */
public record Trust(
    LogTrust log,
    List<SealerTrust> sealers,
    List<X509Certificate> sealCa,
    List<X509Certificate> tsaCa,
    List<TsaTrust> timeStampAuthorities) {
  public Trust {
    requireNonNull(log, "log is null");
    sealers = requireSome(sealers, "sealers");
    sealCa = requireSome(sealCa, "sealCa");
    tsaCa = requireSome(tsaCa, "tsaCa");
    timeStampAuthorities = requireSome(timeStampAuthorities, "timeStampAuthorities");
  }

  private static <T> List<T> requireSome(List<T> list, String name) {
    List<T> copy = List.copyOf(requireNonNull(list, name + " is null"));
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty");
    }
    return copy;
  }
}
