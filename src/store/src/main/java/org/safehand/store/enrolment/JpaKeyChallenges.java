package org.safehand.store.enrolment;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.enrolment.ChallengeId;
import org.safehand.referral.enrolment.KeyChallenge;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.store.unit.EntityWork;

/**
 * Challenges as rows. Of two transactions that use the same one up, one waits for the other and
 * finds it used.
 */
public final class JpaKeyChallenges implements KeyChallenges {
  private static final String ADD =
      "insert into key_challenge (challenge_id, agency_id, certificate, expected, asked_by,"
          + " expires_at) values (:id, :agency, :certificate, :expected, :person, :expires)";
  private static final String FIND =
      "select agency_id, certificate, expected, asked_by, expires_at, used_for from key_challenge"
          + " where challenge_id = :id";
  private static final String USE =
      "update key_challenge set used_for = :change where challenge_id = :id and used_for is null";

  private final EntityWork work;

  public JpaKeyChallenges(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void add(KeyChallenge challenge) {
    work.entities()
        .createNativeQuery(ADD)
        .setParameter("id", challenge.id().value())
        .setParameter("agency", challenge.agency().value())
        .setParameter("certificate", challenge.certificate().bytes())
        .setParameter("expected", challenge.expected().bytes())
        .setParameter("person", challenge.askedBy().value())
        .setParameter("expires", challenge.expiresAt())
        .executeUpdate();
  }

  @Override
  public Optional<KeyChallenge> find(ChallengeId id) {
    return work.read(
        entities -> {
          List<?> rows =
              entities
                  .createNativeQuery(FIND, Object[].class)
                  .setParameter("id", id.value())
                  .getResultList();
          return rows.stream().findFirst().map(row -> challenge(id, (Object[]) row));
        });
  }

  @Override
  public void use(ChallengeId id, Digest change) {
    int used =
        work.entities()
            .createNativeQuery(USE)
            .setParameter("id", id.value())
            .setParameter("change", change.bytes())
            .executeUpdate();
    if (used == 0) {
      throw new StaleRevisionException(id);
    }
  }

  private static KeyChallenge challenge(ChallengeId id, Object[] row) {
    return new KeyChallenge(
        id,
        new AgencyId((String) row[0]),
        Digest.ofBytes((byte[]) row[1]),
        Digest.ofBytes((byte[]) row[2]),
        new StaffNumber((String) row[3]),
        (Instant) row[4],
        Optional.ofNullable((byte[]) row[5]).map(Digest::ofBytes));
  }
}
