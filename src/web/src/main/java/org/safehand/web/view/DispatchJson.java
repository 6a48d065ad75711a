package org.safehand.web.view;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.delivery.WithdrawnDispatch;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.query.DispatchCount;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Reissue;

/** Dispatches, how far each has come, and whether it waits because its agency is held back. */
public final class DispatchJson {
  private final HoldGate holds;

  /** Asks {@code holds} each time. */
  public DispatchJson(HoldGate holds) {
    this.holds = requireNonNull(holds, "holds is null");
  }

  /** All of {@code dispatches}. */
  public JsonObject list(List<? extends Dispatch> dispatches) {
    Set<AgencyId> held = holds.held();
    return JsonObject.builder()
        .put(
            "items",
            JsonArray.of(dispatches.stream().map(dispatch -> json(dispatch, held)).toList()))
        .build();
  }

  /** How many there are. */
  public static JsonObject counts(List<DispatchCount> counts) {
    return JsonObject.builder()
        .put("items", JsonArray.of(counts.stream().map(DispatchJson::of).toList()))
        .build();
  }

  private static JsonObject of(DispatchCount count) {
    return JsonObject.builder()
        .put("agency", count.agency().value())
        .put("state", count.state().name())
        .put("count", count.count())
        .build();
  }

  /** One dispatch. */
  public JsonObject of(Dispatch dispatch) {
    return json(dispatch, holds.held());
  }

  private static JsonObject json(Dispatch dispatch, Set<AgencyId> held) {
    DispatchOrder order = dispatch.order();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", order.id().toString())
            .put("referralId", order.referral().toString())
            .put("sealDigest", order.sealDigest().hex())
            .put("agency", order.agency().value())
            .put("endpoint", order.endpoint())
            .put("channel", order.channel().wire())
            .put("state", dispatch.state().name())
            .put("sequence", order.sequence())
            .put("queued", UtcText.millis(order.queuedAt()));
    if (!dispatch.isOver() && held.contains(order.agency())) {
      json.put("heldBack", true);
    }
    parcel(dispatch).ifPresent(parcel -> put(json, parcel));
    order.reissue().ifPresent(reissue -> json.put("supersedes", reissue.supersedes().toString()));
    certificate(dispatch).ifPresent(sha256 -> json.put("recipientCertificate", sha256.hex()));
    receipt(dispatch)
        .ifPresent(receipt -> json.put("delivered", UtcText.millis(receipt.receivedAt())));
    if (dispatch instanceof SuspendedDispatch suspended) {
      json.put("suspension", suspended.suspension().code());
    }
    if (dispatch instanceof WithdrawnDispatch withdrawn) {
      json.put("withdrawn", UtcText.millis(withdrawn.at()));
    }
    if (dispatch instanceof SupersededDispatch superseded) {
      json.put("supersededBy", superseded.supersession().by().toString())
          .put("superseded", UtcText.millis(superseded.supersession().at()));
    }
    return json.build();
  }

  private static void put(JsonObjectBuilder json, Parcel parcel) {
    json.put("packageDigest", parcel.packageDigest().hex())
        .put("packageSize", parcel.length())
        .put("packaged", UtcText.millis(parcel.packagedAt()));
  }

  /** The certificate that it is for, once that is settled. */
  private static Optional<Digest> certificate(Dispatch dispatch) {
    if (dispatch instanceof AuthorisedDispatch authorised) {
      return Optional.of(authorised.authorisation().certificate());
    }
    return parcel(dispatch)
        .flatMap(Parcel::certificate)
        .or(() -> dispatch.order().reissue().map(Reissue::certificate));
  }

  private static Optional<DeliveryReceipt> receipt(Dispatch dispatch) {
    if (dispatch instanceof SupersededDispatch superseded) {
      return superseded.receipt();
    }
    return dispatch instanceof DeliveredDispatch delivered
        ? Optional.of(delivered.receipt())
        : Optional.empty();
  }

  private static Optional<Parcel> parcel(Dispatch dispatch) {
    if (dispatch instanceof ReadyDispatch ready) {
      return Optional.of(ready.parcel());
    }
    if (dispatch instanceof SendingDispatch sending) {
      return Optional.of(sending.parcel());
    }
    if (dispatch instanceof UnknownDispatch unknown) {
      return Optional.of(unknown.parcel());
    }
    if (dispatch instanceof AvailableDispatch available) {
      return Optional.of(available.parcel());
    }
    if (dispatch instanceof SupersededDispatch superseded) {
      return superseded.parcel();
    }
    return dispatch instanceof DeliveredDispatch delivered
        ? Optional.of(delivered.parcel())
        : Optional.empty();
  }
}
