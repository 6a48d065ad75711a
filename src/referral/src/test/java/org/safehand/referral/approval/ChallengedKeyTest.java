package org.safehand.referral.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.possession.ChallengeText;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.change.SetAuthorities;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.enrolment.ChallengeAnswer;
import org.safehand.referral.enrolment.ChallengeId;
import org.safehand.referral.enrolment.ChallengeKey;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.enrolment.KeyFingerprint;
import org.safehand.referral.enrolment.KeyProof;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.AgencyJson;
import org.safehand.referral.sample.Administration;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;

/** A key that cannot sign is proven by the answer to a challenge, once. */
class ChallengedKeyTest {
  private static final AgencyId SOUTH = new AgencyId("AG-S-002");
  private static final TestAuthority FRESH =
      TestWorld.AGENCY_CA.encapsulated("South Next Year", "ML-KEM-1024");
  private static final TestAuthority OTHER =
      TestWorld.AGENCY_CA.encapsulated("South Another", "ML-KEM-768");
  private static final RecipientCertificate CERTIFICATE = TestCertificates.of(FRESH);
  private static final Actor ADMINISTRATOR = People.ADMINISTRATOR;

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
  void keyThatAnswered_toldToBoth_standsBesideTheOldOne() throws Exception {
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    assertThat(office.newestFacts())
        .contains(
            "challenge=" + made.kept().id(),
            "subject=AG-S-002",
            "certificateSha256=" + CERTIFICATE.sha256().hex(),
            "publicKeySha256=" + KeyFingerprint.of(CERTIFICATE).hex());

    Proposal proposal = office.proposed(key(made, FRESH).content());
    assertThat(kept(made).usedFor()).contains(proposal.terms().change().digest());
    value(approved(proposal));
    assertThat(
            hotline
                .endpoints
                .agency(SOUTH)
                .orElseThrow()
                .primary()
                .encryptionCertificates()
                .stream()
                .map(RecipientCertificate::sha256))
        .hasSize(2)
        .contains(CERTIFICATE.sha256());
    assertThat(office.newestFacts()).contains("challenge=" + made.kept().id());
  }

  /** Whoever reads the database or the log has what the gateway compares with, not the answer. */
  @Test
  void whatIsKept_doesNotAnswer() throws Exception {
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    Digest answer = answer(made, FRESH).sha256();
    assertThat(made.kept().toString()).doesNotContain(answer.hex());
    assertThat(office.newestFacts())
        .contains("answerSha256=" + made.kept().expected().hex())
        .noneMatch(fact -> fact.contains(answer.hex()));
    refused(
        RefusalCode.KEY_PROOF_INVALID,
        key(new ChallengeAnswer(made.kept().id(), made.kept().expected()), SOUTH, FRESH));
  }

  @Test
  void answerWithOneBitFlipped_orOfAnotherChallenge_provesNothing_andTheRightOneStillDoes()
      throws Exception {
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    ChallengeKey.Made second = challenged(SOUTH, FRESH);
    ChallengeAnswer good = answer(made, FRESH);
    byte[] flipped = good.sha256().bytes();
    flipped[31] ^= 1;
    for (ChallengeAnswer wrong :
        List.of(
            new ChallengeAnswer(good.challenge(), Digest.ofBytes(flipped)),
            new ChallengeAnswer(good.challenge(), answer(second, FRESH).sha256()),
            new ChallengeAnswer(second.kept().id(), good.sha256()),
            new ChallengeAnswer(new ChallengeId(hotline.ids.event()), good.sha256()))) {
      refused(RefusalCode.KEY_PROOF_INVALID, key(wrong, SOUTH, FRESH));
    }
    assertThat(kept(made).usedFor()).isEmpty();
    office.proposed(key(made, FRESH).content());
  }

  @Test
  void answer_forAnotherKeyOrAgency_provesNothing() throws Exception {
    ChallengeKey.Made other = challenged(SOUTH, OTHER);
    refused(RefusalCode.KEY_PROOF_INVALID, key(answer(other, OTHER), SOUTH, FRESH));
    ChallengeKey.Made north = challenged(new AgencyId("AG-N-001"), FRESH);
    refused(RefusalCode.KEY_PROOF_INVALID, key(answer(north, FRESH), SOUTH, FRESH));
    assertThat(kept(other).usedFor()).isEmpty();
    assertThat(kept(north).usedFor()).isEmpty();
  }

  /** The same key under another certificate: what was proven is not what is registered. */
  @Test
  void answer_forAnotherCertificateOfTheSameKey_provesNothing() throws Exception {
    TestAuthority renewed =
        TestWorld.AGENCY_CA.certified("South Renewed", FRESH.keys(), KeyUsage.keyEncipherment);
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    refused(RefusalCode.KEY_PROOF_INVALID, key(answer(made, FRESH), SOUTH, renewed));
  }

  /** In time, it is refused for what is asked next: the certificate is shorter-lived here. */
  @Test
  void answer_afterSevenDays_isTooLate() throws Exception {
    AddAgencyKey answered = key(challenged(SOUTH, FRESH), FRESH);
    hotline.ports.clock().advance(Duration.ofDays(7).minusMillis(1));
    refused(RefusalCode.RECIPIENT_EXPIRED, answered);
    hotline.ports.clock().advance(Duration.ofMillis(1));
    refused(RefusalCode.KEY_CHALLENGE_EXPIRED, answered);
  }

  @Test
  void answer_isGoodForOneProposal_alsoWhereThatWasTakenBack() throws Exception {
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    Proposal proposal = office.proposed(key(made, FRESH).content());
    refused(RefusalCode.KEY_CHALLENGE_USED, key(made, FRESH));
    value(office.decide.withdraw(ADMINISTRATOR, proposal.terms().id(), 1));
    refused(RefusalCode.KEY_CHALLENGE_USED, key(made, FRESH));
  }

  /** A proposal that was refused for something else has not used it up. */
  @Test
  void answer_withTheWrongFingerprintOrEndpoint_isNotUsedUp() throws Exception {
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    ChallengeAnswer answer = answer(made, FRESH);
    refused(
        RefusalCode.KEY_FINGERPRINT_MISMATCH,
        new AddAgencyKey(SOUTH, "main", CERTIFICATE, Optional.of(answer), CERTIFICATE.sha256(), 1));
    refused(
        RefusalCode.VALUE_INVALID,
        new AddAgencyKey(
            SOUTH, "other", CERTIFICATE, Optional.of(answer), KeyFingerprint.of(CERTIFICATE), 1));
    office.proposed(key(made, FRESH).content());
  }

  /** Proposals that somebody wrote past this gateway: the challenge was not used for them. */
  @Test
  void approval_ofAProposalForWhichTheChallengeWasNotUsed_isRefused() throws Exception {
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    Proposal proposal = office.proposed(key(made, FRESH).content());
    ChallengeKey.Made open = challenged(SOUTH, FRESH);
    Proposal forged = planted(proposal, key(open, FRESH));
    assertRefused(
        hotline, People.SUPERVISOR, RefusalCode.KEY_PROOF_INVALID, () -> approved(forged));
    Proposal reused =
        planted(
            proposal,
            new AddAgencyKey(
                SOUTH,
                "main",
                CERTIFICATE,
                Optional.of(answer(made, FRESH)),
                KeyFingerprint.of(CERTIFICATE),
                2));
    assertThat(reused.terms().change().digest()).isNotEqualTo(proposal.terms().change().digest());
    KeyRules rules = new KeyRules(hotline.ports.keyChallenges(), hotline.ports.clock());
    assertThat(
            Refusals.refusal(
                    rules.approvable(
                        (AddAgencyKey) reused.terms().change(), hotline.endpoints.now()))
                .code())
        .isEqualTo(RefusalCode.KEY_PROOF_INVALID);
    value(approved(proposal));
  }

  @Test
  void keyOfEachKind_isProvenInItsOwnWayAlone() throws Exception {
    RecipientCertificate signing = TestCertificates.of(TestWorld.NORTH_RECIPIENT);
    assertRefused(
        hotline,
        ADMINISTRATOR,
        RefusalCode.KEY_PROOF_UNSUPPORTED,
        () -> office.challenge(ADMINISTRATOR, order("AG-N-001", signing)));
    ChallengeKey.Made made = challenged(SOUTH, FRESH);
    TestAuthority ecdh = TestWorld.AGENCY_CA.agreeing("South by ECDH", "secp384r1");
    refused(RefusalCode.KEY_PROOF_UNSUPPORTED, key(answer(made, FRESH), SOUTH, ecdh));
    refused(RefusalCode.KEY_PROOF_UNSUPPORTED, key(AgencyKeyTest.requestOf(ecdh), SOUTH, FRESH));

    AddAgencyKey none =
        new AddAgencyKey(
            SOUTH, "main", CERTIFICATE, Optional.empty(), KeyFingerprint.of(CERTIFICATE), 1);
    assertThat(refused(RefusalCode.FIELD_REQUIRED, none).pointers()).containsExactly("/proof");
    JsonObject both =
        with(key(made, FRESH).content(), "request", AgencyKeyTest.requestOf(ecdh).pem());
    assertRefused(
        hotline,
        ADMINISTRATOR,
        RefusalCode.VALUE_INVALID,
        () -> office.propose(ADMINISTRATOR, both));
  }

  @Test
  void challenge_ofAnAgencyThatIsNotRegistered_orOfNoCertificate_isRefused() {
    assertRefused(
        hotline,
        ADMINISTRATOR,
        RefusalCode.AGENCY_NOT_FOUND,
        () -> office.challenge(ADMINISTRATOR, order("AG-X-009", CERTIFICATE)));
    Refusal refusal =
        assertRefused(
            hotline,
            ADMINISTRATOR,
            RefusalCode.UNKNOWN_FIELD,
            () ->
                office.challenge(
                    ADMINISTRATOR,
                    JsonObject.builder()
                        .put("agency", "South")
                        .put("certificate", "none")
                        .put("more", "1")
                        .build()));
    assertThat(refusal.pointers()).containsExactlyInAnyOrder("/agency", "/certificate", "/more");
  }

  @Test
  void challenge_isForWhoeverProposes_andNobodyElse() {
    for (Actor other : List.of(People.SUPERVISOR, People.OFFICER, People.AUDITOR)) {
      assertRefused(
          hotline,
          other,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> office.challenge(other, order("AG-S-002", CERTIFICATE)));
    }
  }

  private ChallengeKey.Made challenged(AgencyId agency, TestAuthority holder) {
    return value(
        office.challenge(ADMINISTRATOR, order(agency.value(), TestCertificates.of(holder))));
  }

  private KeyChallenge kept(ChallengeKey.Made made) {
    return hotline.ports.keyChallenges().find(made.kept().id()).orElseThrow();
  }

  /** What the holder of the key tells after having opened the challenge. */
  private static ChallengeAnswer answer(ChallengeKey.Made made, TestAuthority holder)
      throws Exception {
    ChallengeText text = made.message().open(TestPki.recipient(holder));
    assertThat(text.id()).isEqualTo(made.kept().id().value());
    assertThat(text.agency()).isEqualTo(made.kept().agency().value());
    return new ChallengeAnswer(made.kept().id(), text.answer());
  }

  private static AddAgencyKey key(ChallengeKey.Made made, TestAuthority holder) throws Exception {
    return key(answer(made, holder), made.kept().agency(), holder);
  }

  private static AddAgencyKey key(KeyProof proof, AgencyId agency, TestAuthority holder) {
    RecipientCertificate certificate = TestCertificates.of(holder);
    return new AddAgencyKey(
        agency, "main", certificate, Optional.of(proof), KeyFingerprint.of(certificate), 1);
  }

  private Proposal planted(Proposal like, AddAgencyKey change) {
    var terms =
        new ProposalTerms(
            hotline.ids.proposal(),
            1,
            change,
            like.terms().proposer(),
            like.terms().proposedAt(),
            like.terms().expiresAt());
    var open = new OpenProposal(terms);
    hotline
        .ports
        .unit()
        .run(
            () -> {
              hotline.ports.proposals().add(open);
              return open;
            });
    return open;
  }

  private Outcome<Proposal> approved(Proposal proposal) {
    ProposalOrder order =
        new ProposalOrder(
            proposal.terms().id(),
            proposal.terms().revision(),
            proposal.terms().change().digest(),
            Optional.of(KeyFingerprint.of(CERTIFICATE)));
    hotline.proven(order.approval(People.SUPERVISOR.number(), Operation.MANAGE_ENDPOINTS));
    return office.decide.approve(People.SUPERVISOR, order);
  }

  private Refusal refused(RefusalCode code, AddAgencyKey key) {
    return assertRefused(
        hotline, ADMINISTRATOR, code, () -> office.propose(ADMINISTRATOR, key.content()));
  }

  private static JsonObject order(String agency, RecipientCertificate certificate) {
    return JsonObject.builder()
        .put("agency", agency)
        .put("certificate", AgencyJson.pem(certificate))
        .build();
  }

  private static JsonObject with(JsonObject document, String name, String value) {
    var json = JsonObject.builder();
    document.members().forEach((member, is) -> json.put(member, is));
    return json.put(name, value).build();
  }

  private static CertificateAuthority authority(TestAuthority authority) {
    return new CertificateAuthority(
        authority.certificate(), URI.create("http://ca.example.org/list.crl"), Optional.empty());
  }
}
