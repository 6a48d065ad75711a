package org.safehand.store.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Scope;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.sample.People;
import org.safehand.store.fault.StoreException;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

class JpaReferralsTest {
  private static final TestStore STORE = TestStore.create();

  private final Referrals referrals = STORE.store().referrals();

  @Test
  void every_state_readsBackAsItWasSaved() {
    DraftReferral draft = added("unit-states");
    var seal = new Seal(Digest.of(new byte[] {1}), Samples.NOW);
    var closing = new Closing(Samples.OFFICER, Samples.NOW, "incomplete");
    var withExhibit = draft.with(Samples.exhibit(1), Samples.OFFICER.number());
    var two = withExhibit.with(Samples.exhibit(2), Samples.OFFICER.number());
    var sealing = two.submit(Samples.OFFICER, Samples.NOW);
    SealedReferral sealed = sealing.seal(seal);

    assertKept(draft);
    assertSaved(withExhibit);
    assertSaved(two);
    assertSaved(sealing);
    assertSaved(sealed);
    assertSaved(sealed.release(new Release(Samples.OFFICER, Samples.NOW, List.of(Samples.AGENCY))));
    var first =
        new Endorsement(
            Samples.OFFICER, Samples.NOW, List.of(Samples.AGENCY), List.of(Samples.AGENCY));
    var endorsed = savedUpTo(added("unit-states"), seal).endorse(first);
    assertSaved(endorsed);
    assertSaved(endorsed.release(People.OTHER_SUPERVISOR.signatory(), Samples.NOW));
    assertSaved(savedUpTo(added("unit-states"), seal).sendBack(closing));
    assertSaved(savedUpTo(added("unit-states"), seal).withdraw(closing));
  }

  @Test
  void save_ofAStaleRevision_isRefusedAndChangesNothing() {
    DraftReferral draft = added("unit-stale");
    var next = draft.with(Samples.exhibit(1), Samples.OFFICER.number());
    var other = draft.with(Samples.exhibit(1), Samples.OFFICER.number());
    STORE.unit(() -> referrals.save(next));

    assertThatThrownBy(() -> STORE.unit(() -> referrals.save(other)))
        .isInstanceOf(StaleRevisionException.class);

    assertKept(next);
  }

  @Test
  void change_withoutItsEvent_isNotKept() {
    DraftReferral draft = added("unit-atomic");
    var event = Samples.event(EventType.INTAKE);
    long events = STORE.database().count("select count(*) from custody_event");

    assertThatThrownBy(
            () ->
                STORE.unit(
                    () -> {
                      referrals.save(draft.with(Samples.exhibit(1), Samples.OFFICER.number()));
                      STORE.store().custodyRecorder().record(draft.version().caseId(), event);
                      STORE.store().custodyRecorder().record(draft.version().caseId(), event);
                    }))
        .as("the same event cannot be recorded twice")
        .isInstanceOf(RuntimeException.class);

    assertKept(draft);
    assertThat(STORE.database().count("select count(*) from custody_event")).isEqualTo(events);
    assertThat(STORE.store().custodyReader().entries(draft.version().caseId())).isEmpty();
  }

  @Test
  void list_ofAUnit_isPagedNewestFirst() {
    DraftReferral first = added("unit-list");
    DraftReferral second = added("unit-list");
    DraftReferral third = added("unit-list");
    added("unit-other");
    Scope unit = new Scope.Unit("unit-list");

    List<ReferralSummary> page = referrals.list(unit, Optional.empty(), 2);

    assertThat(page).containsExactly(ReferralSummary.of(third), ReferralSummary.of(second));
    assertThat(referrals.list(unit, Optional.of(second.version().id()), 2))
        .containsExactly(ReferralSummary.of(first));
    assertThat(referrals.list(new Scope.All(), Optional.empty(), 100))
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(referrals.list(new Scope.OfAgency(Samples.AGENCY), Optional.empty(), 100)).isEmpty();
  }

  @Test
  void caseFile_isKeptOnceByteForByte() {
    DraftReferral draft = added("unit-file");
    SealedBytes file = SealedBytes.of(new byte[] {1, 2, 3});
    STORE.unit(() -> referrals.keepCaseFile(draft.version().id(), file));

    assertThat(referrals.caseFile(draft.version().id())).contains(file);
    assertThatThrownBy(
            () ->
                STORE.unit(
                    () ->
                        referrals.keepCaseFile(
                            draft.version().id(), SealedBytes.of(new byte[] {4}))))
        .isInstanceOf(RuntimeException.class);
    assertThat(referrals.caseFile(draft.version().id())).contains(file);
  }

  @Test
  void row_thatOnePersonReleasedTwice_orThatNobodyEndorsed_isRefusedByTheDatabase() {
    assertWalled("endorser = 'S-1', releaser = 'S-1'", "referral_released_by_two");
    assertWalled("state = 'ENDORSED'", "referral_endorsed_by_somebody");
    assertWalled("state = 'ENDORSED_TWICE', endorser = 'S-1'", "referral_state_check");
    assertWalled("state = 'RELEASED'", "who released");
  }

  /** Who forgets that somebody was first could be the same person again. */
  @Test
  void row_whoseReleaseForgetsWhoWasFirst_isRefusedByTheDatabase() throws Exception {
    String id = added("unit-wall").version().id().toString();
    String update = "update referral set revision = %d, %s where referral_id = '" + id + "'";
    STORE.database().run("postgres", update.formatted(2, "state = 'ENDORSED', endorser = 'S-1'"));
    String forgetful = "state = 'RELEASED', endorser = null, releaser = 'S-1'";
    assertThatThrownBy(() -> STORE.database().run("postgres", update.formatted(3, forgetful)))
        .hasMessageContaining("first and second");
  }

  private void assertWalled(String change, String wall) {
    String id = added("unit-wall").version().id().toString();
    String update = "update referral set revision = 2, %s where referral_id = '%s'";
    assertThatThrownBy(() -> STORE.database().run("postgres", update.formatted(change, id)))
        .hasMessageContaining(wall);
  }

  @Test
  void row_swappedWithAnotherCases_doesNotOpen() throws Exception {
    DraftReferral mine = added("unit-swap");
    DraftReferral other = added("unit-swap");
    STORE
        .database()
        .run(
            "postgres",
            "update referral set revision = 2, sealed_document = (select sealed_document from"
                + " referral where referral_id = '%s') where referral_id = '%s'"
                    .formatted(other.version().id(), mine.version().id()));

    assertThatThrownBy(() -> referrals.find(mine.version().id()))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void database_neverShowsWhatACaseSays() {
    DraftReferral draft = added("unit-canary");
    STORE.unit(
        () -> {
          referrals.save(draft.with(Samples.exhibit(1), Samples.OFFICER.number()));
          STORE
              .store()
              .custodyRecorder()
              .record(draft.version().caseId(), Samples.event(EventType.INTAKE));
        });

    for (String table : List.of("referral", "exhibit", "custody_event", "case_file")) {
      assertThat(
              STORE
                  .database()
                  .count(
                      "select count(*) from %s t where encode(convert_to(t::text, 'UTF8'), 'escape')"
                              .formatted(table)
                          + " like '%CANARY%' or t::text like '%"
                          + HexFormat.of().formatHex("CANARY".getBytes(UTF_8))
                          + "%'"))
          .as(table)
          .isZero();
    }
  }

  private DraftReferral added(String unit) {
    DraftReferral draft = Samples.draft(unit);
    STORE.unit(
        () -> {
          STORE.store().caseKeys().create(draft.version().caseId());
          referrals.add(draft);
        });
    return draft;
  }

  private SealedReferral savedUpTo(DraftReferral draft, Seal seal) {
    var sealing = draft.submit(Samples.OFFICER, Samples.NOW);
    assertSaved(sealing);
    SealedReferral sealed = sealing.seal(seal);
    assertSaved(sealed);
    return sealed;
  }

  private void assertSaved(Referral referral) {
    STORE.unit(() -> referrals.save(referral));
    assertKept(referral);
  }

  private void assertKept(Referral referral) {
    assertThat(referrals.find(referral.version().id())).contains(referral);
    assertThat(STORE.inUnit(() -> referrals.lock(referral.version().id()))).contains(referral);
  }
}
