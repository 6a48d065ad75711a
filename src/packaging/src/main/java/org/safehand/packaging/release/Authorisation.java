package org.safehand.packaging.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.proof.TlogProof;
import org.safehand.custody.provenance.Identifiers;

/**
 * The custody event {@code transmit-authorised}, its header opened, with the proof that its leaf
 * stands in the log.
 *
 * @param leaf what the log commits to
 * @param header the event's header
 * @param headerSalt opens the leaf to the header
 * @param proof inclusion of the leaf under a signed checkpoint
 */
public record Authorisation(
    BlindLeaf leaf, EventHeader header, Digest headerSalt, TlogProof proof) {
  /** Checks that the leaf commits to the header. */
  public Authorisation {
    requireNonNull(leaf, "leaf is null");
    requireNonNull(header, "header is null");
    requireNonNull(headerSalt, "headerSalt is null");
    requireNonNull(proof, "proof is null");
    if (!leaf.opensTo(header, headerSalt)) {
      throw new IllegalArgumentException("the leaf does not commit to the header");
    }
  }

  /** The opened header of {@code event} and its {@code proof}. */
  public static Authorisation of(RecordedEvent event, TlogProof proof) {
    return new Authorisation(event.leaf(), event.event().header(), event.salts().header(), proof);
  }

  JsonObject toJson() {
    try {
      return JsonObject.builder()
          .put("header", header.toJson())
          .put("headerSalt", headerSalt.hex())
          .put("leaf", Jcs.readObject(leaf.bytes()))
          .put("proof", proof.toString())
          .build();
    } catch (JsonException e) {
      throw new IllegalStateException("a leaf is canonical JSON", e);
    }
  }

  static Authorisation fromJson(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("header", "headerSalt", "leaf", "proof"));
    BlindLeaf leaf =
        BlindLeaf.of(Jcs.write(json.object("leaf")))
            .orElseThrow(() -> json.fault("leaf", "not a leaf"));
    try {
      return new Authorisation(
          leaf,
          EventHeader.fromJson(json.object("header")),
          Identifiers.digest(json, "headerSalt"),
          TlogProof.parse(json.string("proof").getBytes(UTF_8)));
    } catch (ProofException e) {
      throw json.fault("proof", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw json.fault("header", String.valueOf(e.getMessage()));
    }
  }
}
