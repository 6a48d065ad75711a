package org.safehand.packaging.vectors.response;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509CRL;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.vectors.der.Tlv;
import org.safehand.packaging.vectors.fixed.FixedHotline;
import org.safehand.packaging.vectors.fixed.FixedPki;
import org.safehand.packaging.vectors.seal.SealEdits;
import org.safehand.packaging.vectors.splice.Target;

/**
 * A good package whose seal proves by OCSP responses that nothing was revoked. What proves that is
 * not signed by the sealer, so that the seal stays the same beside it.
 */
public final class ResponseSeals {
  private final Target target;
  private final Function<String, Vector> good;
  private final byte[] seal;

  /**
   * Of the package in {@code target}; {@code good} is a vector that shows what verifying it finds.
   */
  public ResponseSeals(Target target, Function<String, Vector> good) {
    this.target = target;
    this.good = requireNonNull(good, "good is null");
    this.seal = Forgery.of(target.good()).content(AsicNames.SEAL);
  }

  /** A response about the sealer, by its issuer. */
  static FixedResponse aboutSealer() {
    return FixedResponse.about(FixedPki.SEAL, FixedPki.SEAL_CA);
  }

  /** The list of each issuer but that of the sealer. */
  static List<X509CRL> otherLists() {
    return lists(FixedPki.ROOT, FixedPki.TSA_CA);
  }

  static List<X509CRL> lists(TestAuthority... issuers) {
    return Arrays.stream(issuers).map(issuer -> FixedHotline.list(issuer)).toList();
  }

  /** A good response about the sealer in the place of its issuer's list. */
  void accept(String name, FixedResponse response, String shows) {
    accept(name, otherLists(), List.of(response), shows);
  }

  void accept(String name, List<X509CRL> lists, List<FixedResponse> responses, String shows) {
    target.accept("ok-response-" + name, good.apply(shows), file(lists, responses));
  }

  /** A response about the sealer in the place of its issuer's list. */
  void refuse(String name, PackageFault fault, FixedResponse response, String shows) {
    refuse(name, fault, otherLists(), List.of(response), shows);
  }

  void refuse(
      String name,
      PackageFault fault,
      List<X509CRL> lists,
      List<FixedResponse> responses,
      String shows) {
    target.refuse("response-" + name, fault, file(lists, responses), shows);
  }

  /** Revocation information {@code other} in the place of the list of the sealer's issuer. */
  void refuse(String name, PackageFault fault, Tlv other, String shows) {
    target.refuse(
        "response-" + name,
        fault,
        file(SealEdits.withProofs(seal, otherLists(), List.of(other))),
        shows);
  }

  private byte[] file(List<X509CRL> lists, List<FixedResponse> responses) {
    return file(
        SealEdits.withProofs(
            seal,
            lists,
            responses.stream().map(response -> SealEdits.response(response.der())).toList()));
  }

  private byte[] file(byte[] changed) {
    return Forgery.of(target.good()).set(AsicNames.SEAL, changed).bytes();
  }
}
