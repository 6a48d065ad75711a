package org.safehand.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.trust.Trust;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import org.safehand.exchange.egress.EgressClient;
import org.safehand.exchange.egress.EgressRule;
import org.safehand.exchange.revocation.FetchedLists;
import org.safehand.exchange.revocation.OcspClient;
import org.safehand.exchange.revocation.RegistryResponders;
import org.safehand.exchange.revocation.RegistryStanding;
import org.safehand.exchange.send.AgencyChannel;
import org.safehand.exchange.send.CxfAgencyChannel;
import org.safehand.exchange.send.GatewayKeys;
import org.safehand.exchange.stamp.HttpTimeStampAuthority;
import org.safehand.exchange.work.AnchorWorker;
import org.safehand.exchange.work.DispatchWorker;
import org.safehand.exchange.work.LeaseKeeper;
import org.safehand.exchange.work.Settlement;
import org.safehand.exchange.work.TaskWorker;
import org.safehand.exchange.work.WitnessWait;
import org.safehand.exchange.work.WorkerThreads;
import org.safehand.packaging.casefile.CaseFileAssembler;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.seal.SealException;
import org.safehand.packaging.seal.SealWriter;
import org.safehand.packaging.seal.ValidationMaterial;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.anchor.AnchorCheckpoint;
import org.safehand.referral.dispatch.AuthoriseDispatch;
import org.safehand.referral.dispatch.ClaimDispatch;
import org.safehand.referral.dispatch.PackageReferral;
import org.safehand.referral.dispatch.RecipientCheck;
import org.safehand.referral.dispatch.RenewLease;
import org.safehand.referral.dispatch.RetryPlan;
import org.safehand.referral.dispatch.SettleDispatch;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.endpoint.Expiry;
import org.safehand.referral.endpoint.Validity;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.Ids;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.person.RecordBootstrap;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.receipt.RecordReceipt;
import org.safehand.referral.recovery.RecordRestores;
import org.safehand.referral.recovery.RestoresTold;
import org.safehand.referral.registry.RecordFirstRegistry;
import org.safehand.referral.sealing.SealReferral;
import org.safehand.referral.sealing.TimeStamps;
import org.safehand.referral.stream.EvidenceReader;
import org.safehand.referral.task.TaskKind;
import org.safehand.store.Face;
import org.safehand.store.Store;
import org.safehand.store.StoreConfiguration;

/** Builds what this face works with, once: the use cases of the workers over one store. */
final class Wiring {
  private static final Logger LOG = System.getLogger(Wiring.class.getName());

  /** Longer than it takes to check ten gibibytes of evidence and to be given a time-stamp. */
  private static final Duration TASK_LEASE = Duration.ofMinutes(2);

  private static final Duration WITNESS_PAUSE = Duration.ofMillis(100);
  private static final int WITNESS_TRIES = 100;
  private static final Duration STAMP_LIMIT = Duration.ofSeconds(20);
  private static final Duration REVOCATION_LIMIT = Duration.ofSeconds(5);
  private static final Duration RECEIPT_LIMIT = Duration.ofMinutes(10);
  private static final Duration RENEWAL = Duration.ofSeconds(10);
  private static final int SENDERS = 2;

  /** How long the log is left alone at most after a look whether an anchor is due. */
  private static final Duration ANCHOR_PAUSE = Duration.ofMinutes(1);

  private final ExchangeConfiguration configuration;
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();
  private final Trust trust;
  private final Store store;
  private final DispatchEvents events;
  private final Journal journal;
  private final Actor node;
  private final TimeStamps stamps;
  private final SealWriter seals;
  private final LogGate gate;
  private final HoldGate holds;
  private final FetchedLists lists;
  private final RecipientCheck recipients;

  Wiring(ExchangeConfiguration configuration) throws IOException, TrustException, SealException {
    this.configuration = requireNonNull(configuration, "configuration is null");
    this.trust = TrustFolder.read(configuration.trust());
    this.store =
        Store.inServer(
            Face.DISPATCHER,
            StoreConfiguration.of(Face.DISPATCHER, System.getenv()),
            trust.log(),
            clock);
    Ids ids = new Ids(clock, random);
    Instrument instrument =
        new Instrument(configuration.location(), "safehand-exchange", version());
    this.journal = new Journal(store.custodyRecorder(), ids, clock, instrument);
    this.events = new DispatchEvents(journal);
    this.node =
        Actor.node(
            new StaffNumber(configuration.node()),
            configuration.location(),
            new Authentication("node", clock.instant(), Authentication.NODE));
    this.holds = new HoldGate(store.holds());
    this.gate = new LogGate(store.logStanding(), store.settings());
    this.stamps = stamps(trust);
    EgressClient revocation =
        new EgressClient(
            new EgressRule(() -> revocationAddresses(store.registries())), REVOCATION_LIMIT);
    this.lists =
        new FetchedLists(
            revocation,
            Files.createDirectories(configuration.revocationLists()),
            configuration.revocationRefresh(),
            clock);
    OcspClient ocsp = new OcspClient(revocation, random, clock);
    this.recipients =
        new RecipientCheck(
            new RegistryStanding(store.registries(), lists, ocsp, clock), store.settings(), clock);
    RegistryResponders responders = new RegistryResponders(store.registries(), ocsp);
    this.seals =
        new SealWriter(
            configuration.sealKey().open(configuration.password()),
            () ->
                ValidationMaterial.read(configuration.issuers(), configuration.revocationLists())
                    .with(responders),
            clock);
  }

  /** Records restores and first people of which no event tells yet, and starts every worker. */
  WorkerThreads start(ThreadFactory factory, ScheduledExecutorService timer)
      throws IOException, GeneralSecurityException {
    recordRestores();
    recordBootstrap();
    recordFirstRegistry();
    warnOfExpiry();
    // before the first seal, which embeds lists
    refreshLists();
    AgencyChannel channel = channel();
    WorkerThreads workers = new WorkerThreads(factory);
    workers.start("revocation", 1, this::refreshLists);
    workers.start("seal", 1, tasks(TaskKind.SEAL, sealing()));
    workers.start("authorise", 1, tasks(TaskKind.AUTHORISE, authorising()));
    workers.start("package", 1, tasks(TaskKind.PACKAGE, packaging()));
    workers.start("dispatch", SENDERS, sending(channel, timer));
    workers.start("anchor", 1, anchoring());
    return workers;
  }

  private void recordRestores() {
    RestoresTold told =
        new RecordRestores(store.unitOfWork(), store.restores(), journal, trust.log()).record(node);
    told.recorded()
        .forEach(restore -> LOG.log(Level.WARNING, "the database was restored: {0}", restore));
    told.unproven()
        .forEach(what -> LOG.log(Level.ERROR, "a restore that the log did not sign: {0}", what));
  }

  private void recordBootstrap() {
    new RecordBootstrap(store.unitOfWork(), store.bootstraps(), journal)
        .record(node)
        .ifPresent(
            first -> LOG.log(Level.INFO, "recorded the first {0} people", first.people().size()));
  }

  private void recordFirstRegistry() {
    new RecordFirstRegistry(store.unitOfWork(), store.firstRegistries(), journal)
        .record(node)
        .ifPresent(
            first ->
                LOG.log(
                    Level.INFO,
                    "recorded the first registry, of {0} agencies",
                    first.agencies().size()));
  }

  /** Tells at every start of certificates that packages cannot be encrypted to, now or soon. */
  private void warnOfExpiry() {
    Instant now = clock.instant();
    for (Agency agency : store.registries().agencies()) {
      for (Endpoint endpoint : agency.endpoints()) {
        endpoint.encryptionCertificates().forEach(each -> warnOfExpiry(endpoint, each, now));
        if (endpoint.recipients(now).isEmpty()) {
          LOG.log(
              Level.ERROR,
              "endpoint {0} has no valid certificate: dispatches to it are suspended",
              endpoint.id());
        }
      }
    }
  }

  private static void warnOfExpiry(Endpoint endpoint, RecipientCertificate each, Instant now) {
    Expiry expiry = Validity.of(each.certificate()).expiry(now);
    if (expiry != Expiry.VALID) {
      LOG.log(
          Level.WARNING,
          "certificate {0} of endpoint {1}: {2}",
          each.sha256().hex(),
          endpoint.id(),
          expiry.wire());
    }
  }

  /** Fetches what is due; there is never more to do at once. */
  private boolean refreshLists() {
    store.registries().authorities().forEach(lists::refresh);
    return false;
  }

  private TaskWorker tasks(TaskKind kind, TaskWorker.Doing doing) {
    return new TaskWorker(store.unitOfWork(), store.outbox(), kind, TASK_LEASE, doing);
  }

  private TaskWorker.Doing sealing() {
    SealReferral seal =
        new SealReferral(
            store.unitOfWork(),
            store.referrals(),
            store.custodyReader(),
            store.outbox(),
            new CaseFileAssembler(seals),
            stamps,
            journal);
    return task -> seal.seal(node, task.referral());
  }

  private TaskWorker.Doing authorising() {
    AuthoriseDispatch authorise =
        new AuthoriseDispatch(
            store.unitOfWork(),
            store.referrals(),
            store.dispatches(),
            store.registries(),
            recipients,
            new EvidenceReader(store.evidenceVault(), store.caseKeys()),
            packages(),
            store.outbox(),
            gate,
            holds,
            events,
            clock);
    return task -> authorise.authorise(node, task.dispatch());
  }

  private TaskWorker.Doing packaging() {
    PackageReferral pack =
        new PackageReferral(
            store.unitOfWork(),
            store.referrals(),
            store.dispatches(),
            store.registries(),
            recipients,
            store.custodyReader(),
            packages(),
            stamps,
            store.outbox(),
            gate,
            holds,
            events,
            clock);
    return new WitnessWait(task -> pack.pack(node, task.dispatch()), WITNESS_PAUSE, WITNESS_TRIES);
  }

  private AnchorWorker anchoring() {
    Duration often = configuration.anchorPeriod().dividedBy(20);
    return new AnchorWorker(
        new AnchorCheckpoint(
            store.unitOfWork(),
            store.anchors(),
            stamps,
            journal,
            configuration.anchorPeriod(),
            store.settings()),
        node,
        often.compareTo(ANCHOR_PAUSE) < 0 ? often : ANCHOR_PAUSE);
  }

  private DispatchWorker sending(AgencyChannel channel, ScheduledExecutorService timer) {
    return new DispatchWorker(
        node,
        new ClaimDispatch(store.unitOfWork(), store.dispatches(), gate, holds, events),
        store.dispatches(),
        store.registries(),
        holds,
        recipients,
        channel,
        new LeaseKeeper(
            new RenewLease(store.unitOfWork(), store.dispatches()), node, timer, RENEWAL),
        new Settlement(
            node,
            new RecordReceipt(
                store.unitOfWork(), store.dispatches(), store.registries(), events, clock),
            new SettleDispatch(
                store.unitOfWork(),
                store.dispatches(),
                events,
                new RetryPlan(random, store.settings()))));
  }

  private PackageAssembler packages() {
    return new PackageAssembler(seals, new EnvelopeWriter(random));
  }

  private TimeStamps stamps(Trust trust) {
    EgressClient egress =
        new EgressClient(EgressRule.of(configuration.timeStampAuthority()), STAMP_LIMIT);
    return new TimeStamps(
        new HttpTimeStampAuthority(egress, configuration.timeStampAuthority(), trust, random),
        trust);
  }

  private AgencyChannel channel() throws IOException, GeneralSecurityException {
    EndpointRegistry registry = store.registries();
    return new CxfAgencyChannel(
        new EgressRule(() -> addresses(registry)),
        GatewayKeys.read(configuration.pki(), configuration.password().toCharArray()),
        store.segmentSource(),
        RECEIPT_LIMIT);
  }

  private static Set<URI> revocationAddresses(EndpointRegistry registry) {
    return registry.authorities().stream()
        .flatMap(
            authority ->
                Stream.concat(Stream.of(authority.lists()), authority.responder().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<URI> addresses(EndpointRegistry registry) {
    return registry.agencies().stream()
        .flatMap(agency -> agency.endpoints().stream())
        .filter(endpoint -> endpoint.channel() == Channel.SOAP)
        .map(endpoint -> URI.create(endpoint.address()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String version() {
    try (InputStream in = Wiring.class.getResourceAsStream("version.txt")) {
      return new String(requireNonNull(in, "version.txt is missing").readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("version.txt cannot be read", e);
    }
  }
}
