package org.safehand.referral.delivery;

import org.safehand.referral.transfer.DispatchState;

/**
 * One transmission of a released referral version to one endpoint, in one of its states.
 *
 * <p>Its life: a release makes it a {@link QueuedDispatch}. Its headers are made and the
 * transmission is authorised in the custody log ({@link AuthorisedDispatch}); once that event is
 * witnessed, it is packaged. For pick-up it is then an {@link AvailableDispatch}; else a {@link
 * ReadyDispatch}, which a node claims under a lease ({@link SendingDispatch}) and sends. A receipt
 * that holds makes it a {@link DeliveredDispatch}. A failure makes it ready again, later; an
 * unknown outcome an {@link UnknownDispatch}, whose receipt is asked for before it is sent again. A
 * {@link SuspendedDispatch} waits for a person.
 *
 * <p>When the agency needs the same seal for another of its certificates, a new dispatch takes the
 * place of this one ({@link SupersededDispatch}, final), unless it is on its way: a {@link
 * SendingDispatch} or {@link UnknownDispatch} must settle first.
 *
 * <p>A release that is taken back before anything was sent makes each a {@link WithdrawnDispatch},
 * final.
 */
public sealed interface Dispatch
    permits QueuedDispatch,
        AuthorisedDispatch,
        ReadyDispatch,
        SendingDispatch,
        UnknownDispatch,
        DeliveredDispatch,
        SuspendedDispatch,
        AvailableDispatch,
        SupersededDispatch,
        WithdrawnDispatch {

  /** What it is in every state. */
  DispatchOrder order();

  /** The state as it is stored and shown. */
  DispatchState state();

  /** Whether it waits for nothing any more. */
  default boolean isOver() {
    return state().isOver();
  }
}
