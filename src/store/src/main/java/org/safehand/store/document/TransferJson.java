package org.safehand.store.document;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Reissue;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

/** What belongs to a transmission beside its state, as JSON. */
final class TransferJson {
  private static final String AT = "at";

  private TransferJson() {}

  static JsonObject of(Authorisation value) {
    return JsonObject.builder()
        .put(AT, value.at().toString())
        .put("certificate", value.certificate().hex())
        .put("event", value.event().hex())
        .put("header", value.headerDigest().hex())
        .build();
  }

  static Authorisation authorisation(JsonObject json) throws JsonException {
    return new Authorisation(
        Spelling.digest(json, "header"),
        Spelling.digest(json, "certificate"),
        Spelling.digest(json, "event"),
        Spelling.instant(json, AT));
  }

  static JsonObject of(Parcel value) {
    return JsonObject.builder()
        .put(AT, value.packagedAt().toString())
        .put("digest", value.packageDigest().hex())
        .put("length", value.length())
        .putIfPresent("certificate", value.certificate().map(Digest::hex))
        .build();
  }

  static Parcel parcel(JsonObject json) throws JsonException {
    return new Parcel(
        Spelling.digest(json, "digest"),
        json.integer("length"),
        Spelling.instant(json, AT),
        json.has("certificate")
            ? Optional.of(Spelling.digest(json, "certificate"))
            : Optional.empty());
  }

  static JsonObject of(Reissue value) {
    return JsonObject.builder()
        .put("certificate", value.certificate().hex())
        .put("sequence", value.sequence())
        .put("supersedes", value.supersedes().toString())
        .build();
  }

  static Reissue reissue(JsonObject json) throws JsonException {
    return new Reissue(
        DispatchId.parse(json.string("supersedes")),
        json.integer("sequence"),
        Spelling.digest(json, "certificate"));
  }

  static JsonObject of(Supersession value) {
    return JsonObject.builder()
        .put(AT, value.at().toString())
        .put("by", value.by().toString())
        .build();
  }

  static Supersession supersession(JsonObject json) throws JsonException {
    return new Supersession(DispatchId.parse(json.string("by")), Spelling.instant(json, AT));
  }

  static JsonObject of(Attempts value) {
    return JsonObject.builder()
        .put("count", value.count())
        .put("notBefore", value.notBefore().toString())
        .put("since", value.since().toString())
        .build();
  }

  static Attempts attempts(JsonObject json) throws JsonException {
    return new Attempts(
        Spelling.number(json, "count"),
        Spelling.instant(json, "since"),
        Spelling.instant(json, "notBefore"));
  }

  static JsonObject of(Lease value) {
    return JsonObject.builder()
        .put("node", value.node())
        .put("until", value.until().toString())
        .build();
  }

  static Lease lease(JsonObject json) throws JsonException {
    return new Lease(json.string("node"), Spelling.instant(json, "until"));
  }

  static JsonObject of(Suspension value) {
    return JsonObject.builder()
        .put(AT, value.at().toString())
        .put("code", value.code())
        .put("detail", value.detail())
        .build();
  }

  static Suspension suspension(JsonObject json) throws JsonException {
    return new Suspension(json.string("code"), json.string("detail"), Spelling.instant(json, AT));
  }

  static JsonObject of(DeliveryReceipt value) {
    return JsonObject.builder()
        .put("bytes", CanonicalBase64.encode(value.bytes().bytes()))
        .put("receivedAt", value.receivedAt().toString())
        .put("recordedAt", value.recordedAt().toString())
        .build();
  }

  static DeliveryReceipt receipt(JsonObject json) throws JsonException {
    return new DeliveryReceipt(
        SealedBytes.of(Spelling.bytes(json, "bytes")),
        Spelling.instant(json, "receivedAt"),
        Spelling.instant(json, "recordedAt"));
  }
}
