package org.safehand.packaging.sample;

import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.provenance.Principal;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.custody.trust.LogTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.casefile.CaseContent;
import org.safehand.packaging.casefile.CaseFileAssembler;
import org.safehand.packaging.casefile.PendingCaseFile;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.PendingPackage;
import org.safehand.packaging.pack.StoredExhibit;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.release.Release;
import org.safehand.packaging.release.ReleaseFacts;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealSigner;
import org.safehand.packaging.seal.SealWriter;
import org.safehand.packaging.seal.ValidationMaterial;

/** A hotline that seals a referral of given exhibits and packs it for an agency. */
public final class SampleHotline {
  public static final String REFERRAL = "01931b3e-7b2e-7000-8000-000000000001";

  private final TestLog log;
  private final Function<Digest, TimeStampToken> stamper;
  private final SealWriter seals;
  private final SecureRandom random;
  private final Clock clock;
  private final EnvelopeWriter envelopes;

  /** The hotline that a verifier with {@link #trust} trusts. */
  public SampleHotline() {
    this(TestPki.SEAL, TestPki.SEAL_CA, TestPki.TSA, TestPki.SEAL_CA.revocations());
  }

  /** A hotline with other keys than those trusted. */
  public SampleHotline(
      TestAuthority sealer, TestAuthority issuer, TestAuthority stamper, X509CRL sealList) {
    this(TestPki.signer(sealer, issuer), stamper, sealList);
  }

  /** A hotline that seals with {@code signer}, wherever its key is. */
  public SampleHotline(SealSigner signer) {
    this(signer, TestPki.TSA, TestPki.SEAL_CA.revocations());
  }

  /** The hotline that a verifier trusts, embedding what {@code responders} say. */
  public SampleHotline(ValidationMaterial.Responders responders) {
    this(
        TestPki.signer(TestPki.SEAL, TestPki.SEAL_CA),
        TestPki.TSA,
        TestPki.material(TestPki.SEAL_CA.revocations()).with(responders));
  }

  private SampleHotline(SealSigner signer, TestAuthority stamper, X509CRL sealList) {
    this(signer, stamper, TestPki.material(sealList));
  }

  private SampleHotline(SealSigner signer, TestAuthority stamper, ValidationMaterial material) {
    this(new SealWriter(signer, () -> material, Clock.systemUTC()), new TestTsa(stamper)::stamp);
  }

  /** A hotline that seals with {@code seals}, stamped by {@code stamper}: at any time. */
  public SampleHotline(SealWriter seals, Function<Digest, TimeStampToken> stamper) {
    this(
        new TestLog(UUID.fromString(REFERRAL)),
        seals,
        stamper,
        new SecureRandom(),
        Clock.systemUTC());
  }

  /** A hotline that draws keys and ids from {@code random}. */
  public SampleHotline(
      TestLog log,
      SealWriter seals,
      Function<Digest, TimeStampToken> stamper,
      SecureRandom random,
      Clock clock) {
    this.log = log;
    this.seals = seals;
    this.stamper = stamper;
    this.random = random;
    this.clock = clock;
    this.envelopes = new EnvelopeWriter(random);
  }

  /** The log that its packages are in. */
  public LogTrust logTrust() {
    return log.trust();
  }

  /** What a verifier trusts who trusts the one hotline, the one authority and this log. */
  public Trust trust() {
    return TestPki.trust(log.trust());
  }

  /** What a verifier trusts who trusts {@code sealer}, the one authority and this log. */
  public Trust trust(TestAuthority sealer) {
    return TestPki.trust(TestPki.ORGANISATION, sealer, log.trust());
  }

  /** The package of a new referral with {@code exhibits} for {@code agency}. */
  public SamplePackage pack(TestAuthority agency, byte[]... exhibits) {
    SampleVault vault = new SampleVault(random);
    for (byte[] exhibit : exhibits) {
      vault.take(exhibit);
    }
    AuthorisedPackage authorised = authorise(agency, vault.records(), vault.stored());
    return new SamplePackage(authorised.header(), seal(authorised), vault, List.of(exhibits));
  }

  /** The recipe of a package for {@code agency}, whose exhibits lie in whatever vault. */
  public PackageRecipe pack(
      TestAuthority agency, List<ExhibitRecord> records, List<StoredExhibit> stored) {
    return seal(authorise(agency, records, stored));
  }

  private AuthorisedPackage authorise(
      TestAuthority agency, List<ExhibitRecord> records, List<StoredExhibit> stored) {
    RecipientCertificate recipient = TestPki.recipient(agency).certificate();
    SealedCaseFile caseFile = caseFile(records);
    return new PackageAssembler(seals, envelopes)
        .authorise(routing(id(), clock.instant()), caseFile, recipient, stored);
  }

  private PackageRecipe seal(AuthorisedPackage authorised) {
    try {
      PendingPackage pending =
          new PackageAssembler(seals, envelopes)
              .seal(authorised, release(clock.instant()), authorise(authorised.header()));
      return pending.complete(stamp(pending.signatureDigest()));
    } catch (SealException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A case file with {@code exhibits}, sealed. */
  public SealedCaseFile caseFile(List<ExhibitRecord> exhibits) {
    CaseContent content =
        new CaseContent(
            REFERRAL,
            1,
            "synthetic law, article 1",
            JsonObject.builder().put("what", "synthetic").build(),
            "A synthetic referral for tests.\n",
            exhibits,
            log.events());
    try {
      PendingCaseFile pending = new CaseFileAssembler(seals).assemble(content);
      return pending.complete(stamp(pending.signatureDigest()));
    } catch (SealException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The proven event that lets the package of {@code header} go. */
  public EventProof authorise(PackageHeader header) {
    EventHeader.Builder event =
        TestLog.header(id(), EventType.TRANSMIT_AUTHORISED, clock.instant());
    ReleaseFacts.of(header).forEach(event::fact);
    return authorise(event);
  }

  /** The proven event {@code event}, whatever it says. */
  public EventProof authorise(EventHeader.Builder event) {
    RecordedEvent recorded = log.next(event);
    return EventProof.of(recorded, log.prove(recorded));
  }

  /** Two persons let it go. */
  public static Release release() {
    return release(Instant.now());
  }

  /** Two persons let it go at {@code time}. */
  public static Release release(Instant time) {
    return new Release(
        new Principal("S-1042", "referral-officer", TestPki.ORGANISATION, "otp"),
        new Principal("S-7", "release-supervisor", TestPki.ORGANISATION, "otp"),
        time);
  }

  /** A token of this hotline's authority. */
  public TimeStampToken stamp(Digest digest) {
    return stamper.apply(digest);
  }

  /** What seals. */
  public SealWriter seals() {
    return seals;
  }

  /** What encrypts. */
  public EnvelopeWriter envelopes() {
    return envelopes;
  }

  /** A new package id and its routing. */
  public static Routing routing() {
    return routing(UUID.randomUUID(), Instant.now());
  }

  /** The routing of the package {@code id}, authorised at {@code time}. */
  public static Routing routing(UUID id, Instant time) {
    return new Routing(id, TestPki.ORGANISATION, time, 1, Optional.empty(), "TLP:AMBER");
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
