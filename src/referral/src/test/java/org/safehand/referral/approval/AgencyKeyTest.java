package org.safehand.referral.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonString;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.change.SetAuthorities;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.enrolment.KeyFingerprint;
import org.safehand.referral.enrolment.KeyRequest;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;

/** An agency's new key: proven, told to two people, certified by a registered authority. */
class AgencyKeyTest {
  private static final AgencyId NORTH = new AgencyId("AG-N-001");
  private static final TestAuthority FRESH =
      TestWorld.AGENCY_CA.agreeing("North Next Year", "secp384r1");
  private static final RecipientCertificate CERTIFICATE = TestCertificates.of(FRESH);
  private static final Digest TOLD = KeyFingerprint.of(CERTIFICATE);

  private final Hotline hotline = new Hotline();
  private final Administration office = new Administration(hotline);

  @BeforeEach
  void registerTheAuthorities() {
    List<CertificateAuthority> authorities =
        List.of(authority(TestWorld.AGENCY_CA), authority(TestPki.ROOT));
    value(
        office.approved(
            People.SUPERVISOR, office.proposed(new SetAuthorities(authorities, 1).content())));
  }

  @Test
  void key_provenAndToldToBoth_standsBesideTheOldOne() throws Exception {
    Proposal proposal = office.proposed(key(FRESH).content());
    value(approved(proposal, Optional.of(TOLD)));
    assertThat(certificates()).hasSize(2).contains(CERTIFICATE.sha256());
    assertThat(office.newestFacts())
        .contains("publicKeySha256=" + TOLD.hex())
        .contains("certificateSha256=" + CERTIFICATE.sha256().hex())
        .contains("changed=/endpoints/0/encryptionCertificates/1");
  }

  @Test
  void rsaKey_isProvenAsWell() throws Exception {
    hotline.endpoints.encryptTo("AG-N-001", TestWorld.AGENCY_CA.transported("North by RSA"));
    TestAuthority next = TestWorld.AGENCY_CA.transported("North by another RSA");
    value(office.propose(People.ADMINISTRATOR, key(next).content()));
  }

  @Test
  void fingerprintThatTheSecondPersonNames_isTheSameOrNothingIsDone() throws Exception {
    Proposal proposal = office.proposed(key(FRESH).content());
    for (Optional<Digest> named :
        List.of(Optional.<Digest>empty(), Optional.of(CERTIFICATE.sha256()))) {
      refused(
          People.SUPERVISOR, RefusalCode.KEY_FINGERPRINT_MISMATCH, () -> approved(proposal, named));
    }
    assertThat(certificates()).hasSize(1);
    value(approved(proposal, Optional.of(TOLD)));
  }

  @Test
  void fingerprintThatTheProposerWasTold_isThatOfTheKey() throws Exception {
    AddAgencyKey wrong =
        new AddAgencyKey(
            NORTH,
            "main",
            CERTIFICATE,
            Optional.of(request(FRESH.keys(), FRESH.keys())),
            CERTIFICATE.sha256(),
            1);
    refused(
        People.ADMINISTRATOR,
        RefusalCode.KEY_FINGERPRINT_MISMATCH,
        () -> office.propose(People.ADMINISTRATOR, wrong.content()));
  }

  @Test
  void request_ofAnotherKeyOrSignedByAnother_provesNothing() throws Exception {
    TestAuthority other = TestWorld.AGENCY_CA.agreeing("Somebody else", "secp384r1");
    for (KeyRequest request :
        List.of(
            request(other.keys(), other.keys()),
            request(FRESH.keys(), other.keys()),
            flipped(request(FRESH.keys(), FRESH.keys())))) {
      AddAgencyKey unproven =
          new AddAgencyKey(NORTH, "main", CERTIFICATE, Optional.of(request), TOLD, 1);
      refused(
          People.ADMINISTRATOR,
          RefusalCode.KEY_PROOF_INVALID,
          () -> office.propose(People.ADMINISTRATOR, unproven.content()));
    }
    AddAgencyKey none = new AddAgencyKey(NORTH, "main", CERTIFICATE, Optional.empty(), TOLD, 1);
    var refusal =
        assertRefused(
            hotline,
            People.ADMINISTRATOR,
            RefusalCode.FIELD_REQUIRED,
            () -> office.propose(People.ADMINISTRATOR, none.content()));
    assertThat(refusal.pointers()).containsExactly("/request");
  }

  @Test
  void certificateOfAnAuthorityThatIsNotRegistered_isRefused_alsoAtApproval() throws Exception {
    TestAuthority stranger =
        TestAuthority.root().intermediate("Stranger").agreeing("North", "secp384r1");
    AddAgencyKey strange = key(stranger);
    refused(
        People.ADMINISTRATOR,
        RefusalCode.RECIPIENT_UNTRUSTED,
        () -> office.propose(People.ADMINISTRATOR, strange.content()));

    Proposal proposal = office.proposed(key(FRESH).content());
    value(
        office.approved(
            People.SUPERVISOR, office.proposed(new SetAuthorities(List.of(), 2).content())));
    refused(
        People.SUPERVISOR,
        RefusalCode.RECIPIENT_UNTRUSTED,
        () -> approved(proposal, Optional.of(TOLD)));
    assertThat(certificates()).hasSize(1);
  }

  @Test
  void endpointThatIsNotThere_orKeyThatIs_isRefused() throws Exception {
    KeyRequest request = request(FRESH.keys(), FRESH.keys());
    AddAgencyKey nowhere =
        new AddAgencyKey(NORTH, "other", CERTIFICATE, Optional.of(request), TOLD, 1);
    refused(
        People.ADMINISTRATOR,
        RefusalCode.VALUE_INVALID,
        () -> office.propose(People.ADMINISTRATOR, nowhere.content()));
    AddAgencyKey twice = key(TestWorld.NORTH_RECIPIENT);
    refused(
        People.ADMINISTRATOR,
        RefusalCode.VALUE_INVALID,
        () -> office.propose(People.ADMINISTRATOR, twice.content()));
    AddAgencyKey unknown =
        new AddAgencyKey(
            new AgencyId("AG-X-009"), "main", CERTIFICATE, Optional.of(request), TOLD, 1);
    refused(
        People.ADMINISTRATOR,
        RefusalCode.AGENCY_NOT_FOUND,
        () -> office.propose(People.ADMINISTRATOR, unknown.content()));
  }

  @Test
  void fingerprint_asTheCommandShowsIt_isUnderstood() throws Exception {
    JsonObject content = key(FRESH).content();
    String spaced = TOLD.hex().replaceAll("(.{4})(?!$)", "$1 ");
    var json = JsonObject.builder();
    content
        .members()
        .forEach(
            (name, member) ->
                json.put(name, name.equals("fingerprint") ? new JsonString(spaced) : member));
    Digest spelled = office.proposed(json.build()).terms().change().digest();
    assertThat(spelled).isEqualTo(ChangeDocument.read(content).fold(Change::digest, no -> TOLD));
  }

  private Outcome<Proposal> approved(Proposal proposal, Optional<Digest> named) {
    ProposalOrder order =
        new ProposalOrder(
            proposal.terms().id(),
            proposal.terms().revision(),
            proposal.terms().change().digest(),
            named);
    hotline.proven(order.approval(People.SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS));
    return office.decide.approve(People.SUPERVISOR, order);
  }

  private List<Digest> certificates() {
    return hotline.endpoints.agency(NORTH).orElseThrow().primary().encryptionCertificates().stream()
        .map(RecipientCertificate::sha256)
        .toList();
  }

  private static AddAgencyKey key(TestAuthority holder) throws Exception {
    RecipientCertificate certificate = TestCertificates.of(holder);
    return new AddAgencyKey(
        NORTH,
        "main",
        certificate,
        Optional.of(request(holder.keys(), holder.keys())),
        KeyFingerprint.of(certificate),
        1);
  }

  /** The request that the key of {@code holder} signed. */
  static KeyRequest requestOf(TestAuthority holder) throws Exception {
    return request(holder.keys(), holder.keys());
  }

  private static KeyRequest request(KeyPair asked, KeyPair signer) throws Exception {
    String algorithm =
        signer.getPrivate().getAlgorithm().startsWith("EC") ? "SHA384withECDSA" : "SHA256withRSA";
    byte[] der =
        new PKCS10CertificationRequestBuilder(
                new X500Name("CN=Case desk"),
                SubjectPublicKeyInfo.getInstance(asked.getPublic().getEncoded()))
            .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
            .getEncoded();
    return KeyRequest.parse(PemText.encode("CERTIFICATE REQUEST", der));
  }

  /** The same request with the last bit of its signature turned. */
  private static KeyRequest flipped(KeyRequest good) {
    byte[] der = PemText.decodeAll("CERTIFICATE REQUEST", good.pem()).orElseThrow().get(0);
    der[der.length - 1] ^= 1;
    return KeyRequest.parse(PemText.encode("CERTIFICATE REQUEST", der));
  }

  private static CertificateAuthority authority(TestAuthority authority) {
    return new CertificateAuthority(
        authority.certificate(), URI.create("http://ca.example.org/list.crl"), Optional.empty());
  }

  private void refused(Actor actor, RefusalCode code, Supplier<Outcome<?>> attempt) {
    assertRefused(hotline, actor, code, attempt);
  }
}
