package org.safehand.referral.change;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.enrolment.ChallengeAnswer;
import org.safehand.referral.enrolment.KeyProof;
import org.safehand.referral.enrolment.KeyRequest;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.registry.Registry;

/**
 * An endpoint gets one more certificate that packages can be encrypted to.
 *
 * @param agency whose
 * @param endpoint which of its endpoints
 * @param certificate the certificate
 * @param proof that the agency has its key
 * @param told the fingerprint of the key as the proposer was told it by the agency
 * @param read the revision of the agency that was read
 */
public record AddAgencyKey(
    AgencyId agency,
    String endpoint,
    RecipientCertificate certificate,
    Optional<KeyProof> proof,
    Digest told,
    long read)
    implements RegistryChange {
  static final String KIND = "agency-key";

  /** Refuses nulls, and a revision that nobody can have read. */
  public AddAgencyKey {
    requireNonNull(agency, "agency is null");
    requireNonNull(endpoint, "endpoint is null");
    requireNonNull(certificate, "certificate is null");
    requireNonNull(proof, "proof is null");
    requireNonNull(told, "told is null");
    if (read < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String about() {
    return agency.value();
  }

  @Override
  public Optional<Digest> confirmed() {
    return Optional.of(told);
  }

  /** The answer to a challenge by which it is proven, if it is. */
  public Optional<ChallengeAnswer> answer() {
    return proof.filter(ChallengeAnswer.class::isInstance).map(ChallengeAnswer.class::cast);
  }

  private Optional<KeyRequest> request() {
    return proof.filter(KeyRequest.class::isInstance).map(KeyRequest.class::cast);
  }

  @Override
  public long standing(Registry now) {
    return now.revisionOf(agency);
  }

  @Override
  public Registry next(Registry now) {
    Agency before =
        now.agency(agency)
            .orElseThrow(() -> new IllegalArgumentException("no such agency"))
            .agency();
    if (before.endpoint(endpoint).isEmpty()) {
      throw new IllegalArgumentException("the agency has no endpoint of this name");
    }
    List<Endpoint> endpoints =
        before.endpoints().stream()
            .map(each -> each.id().equals(endpoint) ? with(each) : each)
            .toList();
    return now.with(before.receivingAt(endpoints));
  }

  private Endpoint with(Endpoint each) {
    List<RecipientCertificate> certificates = new ArrayList<>(each.encryptionCertificates());
    certificates.add(certificate);
    return new Endpoint(
        each.id(),
        each.channel(),
        each.address(),
        certificates,
        each.receiptCertificates(),
        each.machineCertificates(),
        each.tlsCa(),
        each.signer(),
        each.maxBytes());
  }

  @Override
  public JsonObject content() {
    JsonObjectBuilder json = JsonObject.builder();
    answer().ifPresent(answer -> json.put("proof", answer.content()));
    return json.put("kind", KIND)
        .put("id", agency.value())
        .put("endpoint", endpoint)
        .put("certificate", AgencyJson.pem(certificate))
        .putIfPresent("request", request().map(KeyRequest::pem))
        .put("fingerprint", told.hex())
        .put("revision", read)
        .build();
  }
}
