package org.safehand.referral.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.document.ListShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.endpoint.CertificateAuthority;

/**
 * The document of the authorities: each with its {@code certificate} in PEM, the address {@code
 * crl} of its list and, if it has one, {@code ocsp} of its responder.
 */
public final class AuthorityJson {
  private static final int MOST = 32;
  private static final TextShape ADDRESS =
      new TextShape(2048, AuthorityJson::isAddress, "an http or https address of a web server");
  private static final ObjectShape AUTHORITY =
      ObjectShape.empty()
          .must("certificate", AgencyJson.CERTIFICATE)
          .must("crl", ADDRESS)
          .may("ocsp", ADDRESS);

  /** What {@link #authorities} reads; without an authority nobody is in good standing. */
  public static final ListShape SHAPE = new ListShape(AUTHORITY, 0, MOST);

  private AuthorityJson() {}

  /** {@code authorities} in their one spelling. */
  public static JsonArray of(List<CertificateAuthority> authorities) {
    return JsonArray.of(authorities.stream().map(AuthorityJson::of).toList());
  }

  /**
   * The authorities of a document that has {@link #SHAPE}.
   *
   * @throws JsonException if it has not
   */
  public static List<CertificateAuthority> authorities(JsonArray json) throws JsonException {
    List<CertificateAuthority> authorities = new ArrayList<>();
    for (JsonObject entry : json.objects()) {
      authorities.add(
          new CertificateAuthority(
              CertificatePem.read(entry.string("certificate")),
              URI.create(entry.string("crl")),
              entry.optionalString("ocsp").map(URI::create)));
    }
    return authorities;
  }

  private static JsonObject of(CertificateAuthority authority) {
    return JsonObject.builder()
        .put("certificate", CertificatePem.of(authority.certificate()))
        .put("crl", authority.lists().toString())
        .putIfPresent("ocsp", authority.responder().map(URI::toString))
        .build();
  }

  private static boolean isAddress(String text) {
    try {
      return Optional.of(URI.create(text)).filter(CertificateAuthority::isAddress).isPresent();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
