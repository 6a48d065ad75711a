package org.safehand.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.safehand.custody.event.LeafMaker;
import org.safehand.custody.event.NodeKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.referral.anchor.Anchors;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.handover.DutyRoster;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.log.LogStanding;
import org.safehand.referral.opening.Openings;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Bootstraps;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.port.CustodyRecorder;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EvidenceVault;
import org.safehand.referral.port.Extracts;
import org.safehand.referral.port.Idempotency;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.recovery.Restores;
import org.safehand.referral.registry.FirstRegistries;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.settings.SettingsRegister;
import org.safehand.referral.stepup.StepUps;
import org.safehand.referral.verification.StoredCustody;
import org.safehand.store.anchor.JpaAnchors;
import org.safehand.store.anchor.JpaLogStanding;
import org.safehand.store.custody.JpaCustodyReader;
import org.safehand.store.custody.JpaCustodyRecorder;
import org.safehand.store.custody.JpaExtracts;
import org.safehand.store.custody.JpaStoredCustody;
import org.safehand.store.custody.PublishedLog;
import org.safehand.store.dispatch.JpaDispatches;
import org.safehand.store.enrolment.JpaKeyChallenges;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.glass.JpaGlasses;
import org.safehand.store.hold.JpaHolds;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.key.CaseSeal;
import org.safehand.store.key.KekFile;
import org.safehand.store.key.WrappedCaseKeys;
import org.safehand.store.opening.JpaOpenings;
import org.safehand.store.person.JpaBindings;
import org.safehand.store.person.JpaBootstraps;
import org.safehand.store.person.JpaRoster;
import org.safehand.store.person.JpaSessionEnds;
import org.safehand.store.proposal.JpaProposals;
import org.safehand.store.recovery.JpaRestores;
import org.safehand.store.recovery.RestoreLosses;
import org.safehand.store.referral.JpaReferrals;
import org.safehand.store.registry.JpaFirstRegistries;
import org.safehand.store.registry.JpaRegistries;
import org.safehand.store.request.JpaIdempotency;
import org.safehand.store.request.JpaOutbox;
import org.safehand.store.settings.JpaSettings;
import org.safehand.store.stepup.JpaStepUps;
import org.safehand.store.unit.Demarcation;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.JpaUnitOfWork;
import org.safehand.store.unit.ServerDemarcation;
import org.safehand.store.vault.FileEvidenceVault;

/**
 * Every port of the referral kernel on PostgreSQL, the vault and the keys. One a face; safe for
 * several threads.
 */
public final class Store {
  /** Where the server gives its transactions, on every thread. */
  public static final String TRANSACTION = "java:jboss/UserTransaction";

  private final UnitOfWork unitOfWork;
  private final Referrals referrals;
  private final Dispatches dispatches;
  private final EvidenceVault vault;
  private final CaseKeys caseKeys;
  private final CustodyRecorder recorder;
  private final CustodyReader reader;
  private final Extracts extracts;
  private final PublishedLog published;
  private final StoredCustody storedCustody;
  private final Restores restores;
  private final Outbox outbox;
  private final Idempotency idempotency;
  private final Registries registries;
  private final SettingsRegister settings;
  private final FirstRegistries firstRegistries;
  private final Bindings bindings;
  private final Bootstraps bootstraps;
  private final Proposals proposals;
  private final DutyRoster roster;
  private final Anchors anchors;
  private final LogStanding standing;
  private final StepUps stepUps;
  private final Glasses glasses;
  private final Holds holds;
  private final SessionEnds sessionEnds;
  private final KeyChallenges keyChallenges;
  private final Openings openings;

  private Store(StoreConfiguration configuration, LogTrust log, EntityWork work, Clock clock) {
    SecureRandom random = new SecureRandom();
    CaseKeyStore keys =
        new CaseKeyStore(
            work, KekFile.read(configuration.kek(), configuration.password(), random), random);
    CaseSeal seal = new CaseSeal(keys);
    RestoreLosses losses = new RestoreLosses(log);
    unitOfWork = new JpaUnitOfWork(work);
    referrals = new JpaReferrals(work, seal);
    dispatches = new JpaDispatches(work, seal);
    vault = FileEvidenceVault.in(configuration.vault(), clock);
    caseKeys = new WrappedCaseKeys(keys);
    recorder =
        new JpaCustodyRecorder(
            work, keys, losses, new LeafMaker(random), nodeKey(configuration), clock);
    published = new PublishedLog(work);
    reader = new JpaCustodyReader(work, keys, published);
    storedCustody = new JpaStoredCustody(work, keys, published);
    restores = new JpaRestores(work);
    extracts = new JpaExtracts(work, keys, published, losses);
    outbox = new JpaOutbox(work);
    idempotency = new JpaIdempotency(work);
    registries = new JpaRegistries(work);
    settings = new JpaSettings(work, clock);
    firstRegistries = new JpaFirstRegistries(work);
    bindings = new JpaBindings(work);
    bootstraps = new JpaBootstraps(work);
    proposals = new JpaProposals(work);
    roster = new JpaRoster(work);
    anchors = new JpaAnchors(work, published::checkpoint);
    standing = new JpaLogStanding(work);
    stepUps = new JpaStepUps(work);
    sessionEnds = new JpaSessionEnds(work);
    keyChallenges = new JpaKeyChallenges(work);
    openings = new JpaOpenings(work);
    holds = new JpaHolds(work);
    glasses = new JpaGlasses(work, seal, configuration.handle());
  }

  /**
   * The store of {@code face} inside the server, which gives entities and transactions under their
   * names.
   *
   * @param log whose word counts that a restore has lost events
   * @throws StoreException with the code of what is missing
   */
  public static Store inServer(
      Face face, StoreConfiguration configuration, LogTrust log, Clock clock) {
    return over(
        face,
        configuration,
        log,
        lookup(face.entities(), EntityManagerFactory.class),
        new ServerDemarcation(lookup(TRANSACTION, UserTransaction.class)),
        clock);
  }

  /**
   * The store over entities and transactions that the caller brings, of {@code face}'s role or one
   * that may do the same.
   *
   * @param log whose word counts that a restore has lost events
   */
  public static Store over(
      Face face,
      StoreConfiguration configuration,
      LogTrust log,
      EntityManagerFactory entities,
      Demarcation demarcation,
      Clock clock) {
    requireNonNull(configuration, "configuration is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(log, "log is null");
    EntityWork work = new EntityWork(entities, demarcation, configuration.handle(), face.alone());
    return new Store(configuration, log, work, clock);
  }

  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  public Referrals referrals() {
    return referrals;
  }

  public Dispatches dispatches() {
    return dispatches;
  }

  public EvidenceVault evidenceVault() {
    return vault;
  }

  public CaseKeys caseKeys() {
    return caseKeys;
  }

  public CustodyRecorder custodyRecorder() {
    return recorder;
  }

  public CustodyReader custodyReader() {
    return reader;
  }

  public StoredCustody storedCustody() {
    return storedCustody;
  }

  public Restores restores() {
    return restores;
  }

  public Extracts extracts() {
    return extracts;
  }

  /** Checkpoint, tiles and entry bundles, as they are served to everyone. */
  public PublishedLog publishedLog() {
    return published;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Idempotency idempotency() {
    return idempotency;
  }

  /** The endpoint registry; {@link StoreCode#REGISTRY_UNREADABLE} as long as there is none. */
  public Registries registries() {
    return registries;
  }

  /** The settings; {@link StoreCode#SETTINGS_UNREADABLE} where they are missing or damaged. */
  public SettingsRegister settings() {
    return settings;
  }

  public FirstRegistries firstRegistries() {
    return firstRegistries;
  }

  public Bindings bindings() {
    return bindings;
  }

  public Bootstraps bootstraps() {
    return bootstraps;
  }

  public Proposals proposals() {
    return proposals;
  }

  public DutyRoster roster() {
    return roster;
  }

  public Anchors anchors() {
    return anchors;
  }

  public LogStanding logStanding() {
    return standing;
  }

  public StepUps stepUps() {
    return stepUps;
  }

  public SessionEnds sessionEnds() {
    return sessionEnds;
  }

  public KeyChallenges keyChallenges() {
    return keyChallenges;
  }

  public Holds holds() {
    return holds;
  }

  public Glasses glasses() {
    return glasses;
  }

  public Openings openings() {
    return openings;
  }

  /** The vault as a recipe sees it: a reference is a segment's id. */
  public SegmentSource segmentSource() {
    return reference -> vault.open(SegmentId.parse(reference));
  }

  private static NodeKey nodeKey(StoreConfiguration configuration) {
    try {
      return NodeKey.ofPem(
          configuration.nodeId(), Files.readString(configuration.nodeKey(), US_ASCII));
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(
          StoreCode.NODE_KEY_UNAVAILABLE, configuration.nodeKey() + " cannot be used", e);
    }
  }

  @SuppressWarnings("BanJNDI") // two constant names in the server's own naming, no outside input
  private static <T> T lookup(String name, Class<T> type) {
    try {
      return type.cast(InitialContext.doLookup(name));
    } catch (NamingException | ClassCastException e) {
      throw new StoreException(StoreCode.SERVER_INCOMPLETE, "the server gives no " + name, e);
    }
  }
}
