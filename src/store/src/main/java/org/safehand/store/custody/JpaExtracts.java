package org.safehand.store.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractEvent;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.InclusionProof;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.Extracts;
import org.safehand.referral.query.IssuedExtract;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.recovery.RestoreLosses;
import org.safehand.store.unit.EntityWork;

/** Opens a case's events up to an extract, and proves all of them under one checkpoint. */
public final class JpaExtracts implements Extracts {
  private final EntityWork work;
  private final CaseKeyStore keys;
  private final EventBodies bodies;
  private final PublishedLog log;
  private final RestoreLosses losses;

  public JpaExtracts(EntityWork work, CaseKeyStore keys, PublishedLog log, RestoreLosses losses) {
    this.work = requireNonNull(work, "work is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.bodies = new EventBodies(keys);
    this.log = requireNonNull(log, "log is null");
    this.losses = requireNonNull(losses, "losses is null");
  }

  @Override
  public long length(CaseId caseId) {
    return work.read(
        entities ->
            entities
                .createQuery(
                    "select max(e.caseSequence) + 1 from EventRow e where e.caseId = :id",
                    Long.class)
                .setParameter("id", caseId.value())
                .getResultStream()
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(0L));
  }

  @Override
  public Optional<IssuedExtract> find(CaseId caseId, UUID eventId) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(EventRow.class, eventId))
                .filter(row -> row.caseId().equals(caseId.value()))
                .filter(row -> row.type().equals(EventType.EXTRACT_ISSUED.wire()))
                .flatMap(row -> issued(entities, row)));
  }

  private Optional<IssuedExtract> issued(EntityManager entities, EventRow row) {
    EventHeader header = bodies.open(row).event().header();
    StaffNumber issuer = new StaffNumber(header.actor().id());
    return ExtractIssued.of(header)
        .map(issued -> new IssuedExtract(issuer, issued, whole(entities, row)));
  }

  private Optional<Extract> whole(EntityManager entities, EventRow last) {
    Optional<SignedNote> checkpoint = log.checkpoint().map(JpaExtracts::parse);
    long size = checkpoint.map(JpaExtracts::size).orElse(0L);
    List<TagPeriod> periods = keys.tagPeriods(last.caseId());
    List<ChainPlace> places =
        new ChainPlaces(entities, losses.proven(entities), periods).until(last);
    boolean witnessed = places.stream().allMatch(place -> place.index() < size);
    return checkpoint
        .filter(note -> witnessed)
        .map(note -> whole(last.caseId(), places, periods, note, size));
  }

  private Extract whole(
      UUID caseId,
      List<ChainPlace> places,
      List<TagPeriod> periods,
      SignedNote checkpoint,
      long size) {
    List<InclusionProof> proofs = proofs(places, size);
    List<ExtractEvent> events = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      events.add(event(places.get(i), proofs.get(i)));
    }
    Optional<TagKey> next =
        periods.stream()
            .filter(period -> period.first() >= places.size())
            .findFirst()
            .map(TagPeriod::key);
    return new Extract(
        caseId,
        ExtractLevel.DETAILS,
        checkpoint,
        periods.stream().filter(period -> period.first() < places.size()).toList(),
        next,
        events);
  }

  private ExtractEvent event(ChainPlace place, InclusionProof proof) {
    if (place instanceof ChainPlace.Lost gone) {
      return new ExtractEvent.Lost(proof.index(), gone.leaf(), proof.path());
    }
    EventRow row = ((ChainPlace.Kept) place).row();
    return ExtractEvent.Opened.of(bodies.open(row), proof.index(), proof.path());
  }

  private List<InclusionProof> proofs(List<ChainPlace> places, long size) {
    try {
      return new ProofMaker(log).inclusions(places.stream().map(ChainPlace::index).toList(), size);
    } catch (IOException e) {
      throw damaged("the published log of size " + size + " is incomplete", e);
    }
  }

  private static SignedNote parse(String note) {
    try {
      return SignedNote.parse(note.getBytes(UTF_8));
    } catch (NoteException e) {
      throw damaged("the newest witnessed checkpoint", e);
    }
  }

  private static long size(SignedNote note) {
    try {
      return Checkpoint.of(note).size();
    } catch (NoteException e) {
      throw damaged("the newest witnessed checkpoint", e);
    }
  }

  static StoreException damaged(String what, @Nullable Exception cause) {
    return new StoreException(StoreCode.ROW_DAMAGED, what, cause);
  }
}
