package org.safehand.store.proposal;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.Proposals;
import org.safehand.store.unit.EntityWork;

/** Proposals in PostgreSQL. */
public final class JpaProposals implements Proposals {
  private final EntityWork work;

  public JpaProposals(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void add(OpenProposal proposal) {
    work.entities().persist(new ProposalRow(proposal));
    work.entities().flush();
  }

  @Override
  public Optional<Proposal> find(ProposalId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(ProposalRow.class, id.value()))
                .map(ProposalRow::proposal));
  }

  @Override
  public Optional<Proposal> lock(ProposalId id) {
    return lockRow(id).map(ProposalRow::proposal);
  }

  @Override
  public void save(Proposal next) {
    ProposalId id = next.terms().id();
    lockRow(id)
        .filter(row -> row.revision() == next.terms().revision() - 1)
        .orElseThrow(() -> new StaleRevisionException(id))
        .replace(next);
    work.entities().flush();
  }

  @Override
  public List<Proposal> list(Set<String> kinds, Optional<ProposalId> before, int limit) {
    return work
        .read(entities -> query(entities, kinds, before).setMaxResults(limit).getResultList())
        .stream()
        .map(ProposalRow::proposal)
        .toList();
  }

  private static TypedQuery<ProposalRow> query(
      EntityManager entities, Set<String> kinds, Optional<ProposalId> before) {
    return before
        .map(
            id ->
                entities
                    .createQuery(
                        "select p from ProposalRow p where p.kind in :kinds and p.id < :before"
                            + " order by p.id desc",
                        ProposalRow.class)
                    .setParameter("kinds", kinds)
                    .setParameter("before", id.value()))
        .orElseGet(
            () ->
                entities
                    .createQuery(
                        "select p from ProposalRow p where p.kind in :kinds order by p.id desc",
                        ProposalRow.class)
                    .setParameter("kinds", kinds));
  }

  private Optional<ProposalRow> lockRow(ProposalId id) {
    EntityManager entities = work.entities();
    ProposalRow row = entities.find(ProposalRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(row);
  }
}
