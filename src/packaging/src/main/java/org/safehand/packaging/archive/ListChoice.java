package org.safehand.packaging.archive;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safehand.packaging.evidence.ArchiveToken;
import org.safehand.packaging.validity.RevocationLists;
import org.safehand.packaging.validity.TokenForm;

/** Picks the revocation lists that a token takes along from those at hand. */
record ListChoice(List<X509CRL> atHand) {
  ListChoice {
    atHand = List.copyOf(atHand);
  }

  /** The newest list of each of {@code issuers}. */
  List<X509CRL> of(List<X509Certificate> issuers) throws ArchiveException {
    List<X509CRL> chosen = new ArrayList<>();
    for (X509Certificate issuer : issuers) {
      chosen.add(
          RevocationLists.newest(issuer, atHand)
              .orElseThrow(() -> missing(issuer.getSubjectX500Principal().getName())));
    }
    return chosen;
  }

  /** {@code token} with the newest lists of its issuers, at hand or already in it. */
  ArchiveToken refreshed(ArchiveToken token) throws ArchiveException {
    List<X509CRL> all = new ArrayList<>(atHand);
    all.addAll(token.lists());
    try {
      return token.with(
          new ListChoice(all)
              .of(
                  TokenForm.of(token.token()).certificates().stream()
                      .filter(certificate -> certificate.getBasicConstraints() >= 0)
                      .toList()));
    } catch (GeneralSecurityException e) {
      throw new ArchiveException(
          ArchiveFault.ARCHIVE_TOKEN_UNFIT, "the newest archive time-stamp cannot be read", e);
    }
  }

  /** Refuses if one of {@code lists} ends before {@code moment}. */
  // a list gives its times as java.util.Date
  @SuppressWarnings("JavaUtilDate")
  static void requireReaching(List<X509CRL> lists, Instant moment) throws ArchiveException {
    for (X509CRL list : lists) {
      if (list.getNextUpdate() == null || list.getNextUpdate().toInstant().isBefore(moment)) {
        throw missing(list.getIssuerX500Principal().getName() + " that reaches " + moment);
      }
    }
  }

  private static ArchiveException missing(String whose) {
    return new ArchiveException(
        ArchiveFault.REVOCATION_LIST_MISSING, "no revocation list of " + whose);
  }
}
