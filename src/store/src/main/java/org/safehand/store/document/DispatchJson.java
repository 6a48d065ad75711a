package org.safehand.store.document;

import java.util.Optional;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.delivery.WithdrawnDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Progress;

/** A dispatch in its state, as JSON. */
public final class DispatchJson {
  private static final String ATTEMPTS = "attempts";
  private static final String AUTHORISATION = "authorisation";
  private static final String LEASE = "lease";
  private static final String PARCEL = "parcel";
  private static final String PROGRESS = "progress";
  private static final String RECEIPT = "receipt";
  private static final String RECONCILE = "reconcile";
  private static final String REISSUE = "reissue";
  private static final String SUPERSESSION = "supersession";
  private static final String SUSPENSION = "suspension";

  private static final String WITHDRAWN_AT = "withdrawnAt";

  private DispatchJson() {}

  public static JsonObject of(Dispatch dispatch) {
    JsonObjectBuilder json = order(dispatch.order()).put("state", dispatch.state().name());
    if (dispatch instanceof AuthorisedDispatch it) {
      json.put(AUTHORISATION, TransferJson.of(it.authorisation()));
    } else if (dispatch instanceof ReadyDispatch it) {
      waiting(json, it.parcel(), it.attempts());
    } else if (dispatch instanceof UnknownDispatch it) {
      waiting(json, it.parcel(), it.attempts());
    } else if (dispatch instanceof SendingDispatch it) {
      waiting(json, it.parcel(), it.attempts())
          .put(LEASE, TransferJson.of(it.lease()))
          .put(RECONCILE, it.reconcile());
    } else if (dispatch instanceof DeliveredDispatch it) {
      json.put(PARCEL, TransferJson.of(it.parcel())).put(RECEIPT, TransferJson.of(it.receipt()));
    } else if (dispatch instanceof AvailableDispatch it) {
      json.put(PARCEL, TransferJson.of(it.parcel()));
    } else if (dispatch instanceof SuspendedDispatch it) {
      json.put(SUSPENSION, TransferJson.of(it.suspension()))
          .put(PROGRESS, ProgressJson.of(it.progress()));
    } else if (dispatch instanceof WithdrawnDispatch it) {
      json.put(WITHDRAWN_AT, it.at().toString());
    } else if (dispatch instanceof SupersededDispatch it) {
      json.put(SUPERSESSION, TransferJson.of(it.supersession()));
      it.parcel().ifPresent(parcel -> json.put(PARCEL, TransferJson.of(parcel)));
      it.receipt().ifPresent(receipt -> json.put(RECEIPT, TransferJson.of(receipt)));
    }
    return json.build();
  }

  private static JsonObjectBuilder waiting(
      JsonObjectBuilder json, Parcel parcel, Attempts attempts) {
    return json.put(PARCEL, TransferJson.of(parcel)).put(ATTEMPTS, TransferJson.of(attempts));
  }

  public static Dispatch dispatch(JsonObject json) throws JsonException {
    DispatchOrder order = order(json);
    return switch (Spelling.constant(json, "state", DispatchState.class)) {
      case QUEUED -> new QueuedDispatch(order);
      case AUTHORISED ->
          new AuthorisedDispatch(order, TransferJson.authorisation(json.object(AUTHORISATION)));
      case READY -> new ReadyDispatch(order, parcel(json), attempts(json));
      case UNKNOWN -> new UnknownDispatch(order, parcel(json), attempts(json));
      case SENDING ->
          new SendingDispatch(
              order,
              parcel(json),
              attempts(json),
              TransferJson.lease(json.object(LEASE)),
              json.bool(RECONCILE));
      case DELIVERED -> json.has(SUPERSESSION) ? superseded(order, json) : delivered(order, json);
      case AVAILABLE -> new AvailableDispatch(order, parcel(json));
      case SUSPENDED ->
          new SuspendedDispatch(
              order, TransferJson.suspension(json.object(SUSPENSION)), progress(json));
      case SUPERSEDED -> superseded(order, json);
      case WITHDRAWN -> new WithdrawnDispatch(order, Spelling.instant(json, WITHDRAWN_AT));
    };
  }

  /** What was suspended before its progress was kept has none. */
  private static Progress progress(JsonObject json) throws JsonException {
    return json.has(PROGRESS)
        ? ProgressJson.progress(json.object(PROGRESS))
        : new Progress.Unknown();
  }

  private static Dispatch delivered(DispatchOrder order, JsonObject json) throws JsonException {
    return new DeliveredDispatch(order, parcel(json), TransferJson.receipt(json.object(RECEIPT)));
  }

  private static Dispatch superseded(DispatchOrder order, JsonObject json) throws JsonException {
    return new SupersededDispatch(
        order,
        TransferJson.supersession(json.object(SUPERSESSION)),
        json.has(PARCEL) ? Optional.of(parcel(json)) : Optional.empty(),
        json.has(RECEIPT)
            ? Optional.of(TransferJson.receipt(json.object(RECEIPT)))
            : Optional.empty());
  }

  private static JsonObjectBuilder order(DispatchOrder order) {
    JsonObjectBuilder json = JsonObject.builder();
    order.reissue().ifPresent(reissue -> json.put(REISSUE, TransferJson.of(reissue)));
    return json.put("agency", order.agency().value())
        .put("case", order.caseId().toString())
        .put("channel", order.channel().wire())
        .put("endpoint", order.endpoint())
        .put("fence", order.fence())
        .put("id", order.id().toString())
        .put("queuedAt", order.queuedAt().toString())
        .put("referral", order.referral().toString())
        .put("revision", order.revision())
        .put("sealDigest", order.sealDigest().hex())
        .put("v", 1);
  }

  private static DispatchOrder order(JsonObject json) throws JsonException {
    if (json.integer("v") != 1) {
      throw json.fault("v", "unknown version");
    }
    return new DispatchOrder(
        DispatchId.parse(json.string("id")),
        ReferralId.parse(json.string("referral")),
        CaseId.parse(json.string("case")),
        Spelling.digest(json, "sealDigest"),
        new AgencyId(json.string("agency")),
        json.string("endpoint"),
        Spelling.required(json, "channel", Channel.find(json.string("channel"))),
        Spelling.instant(json, "queuedAt"),
        json.has(REISSUE)
            ? Optional.of(TransferJson.reissue(json.object(REISSUE)))
            : Optional.empty(),
        json.integer("revision"),
        json.integer("fence"));
  }

  private static Parcel parcel(JsonObject json) throws JsonException {
    return TransferJson.parcel(json.object(PARCEL));
  }

  private static Attempts attempts(JsonObject json) throws JsonException {
    return TransferJson.attempts(json.object(ATTEMPTS));
  }
}
