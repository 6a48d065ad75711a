package org.safehand.store.sample;

import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.access.Actor;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Place;
import org.safehand.store.Store;

/** People whom the gateway's own list knows, and what a store lets them do. */
public final class KnownPeople {
  private KnownPeople() {}

  /** The packaged policy, asked about what {@code store} holds. */
  public static CaseAccess access(Store store) {
    return new CaseAccess(
        AccessPolicy.packaged(),
        store.bindings(),
        store.sessionEnds(),
        store.referrals(),
        store.dispatches(),
        store.glasses());
  }

  /** Lists {@code actor}, who is new, with the roles that they claim. Within a unit of work. */
  public static void list(Store store, Actor actor) {
    Place place =
        actor
            .agency()
            .<Place>map(Place.OfAgency::new)
            .orElseGet(() -> new Place.Unit(actor.organisation()));
    store
        .bindings()
        .save(new Binding(actor.number(), actor.displayName(), actor.roles(), place, true, 1));
  }
}
