package org.safehand.custody.proof;

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
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.custody.trust.Trust;

/**
 * One custody event, its header opened, with the proof that its leaf stands in the log.
 *
 * <p>Link and detail stay shut: whoever has it learns of no other event of the case, nor which case
 * it is, which number the event has there, or whose names stand in it.
 *
 * @param leaf what the log commits to
 * @param header the event's header
 * @param headerSalt opens the leaf to the header
 * @param proof inclusion of the leaf under a signed checkpoint
 */
public record EventProof(BlindLeaf leaf, EventHeader header, Digest headerSalt, TlogProof proof) {
  /** Media type of a file of its own. */
  public static final String MEDIA_TYPE = "application/vnd.safehand.event-proof+json";

  /** The largest file that is looked at. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final long VERSION = 1;
  private static final Set<String> MEMBERS = Set.of("header", "headerSalt", "leaf", "proof");
  private static final Set<String> FILE_MEMBERS =
      Set.of("header", "headerSalt", "leaf", "proof", "v");

  /** Checks that the leaf commits to the header. */
  public EventProof {
    requireNonNull(leaf, "leaf is null");
    requireNonNull(header, "header is null");
    requireNonNull(headerSalt, "headerSalt is null");
    requireNonNull(proof, "proof is null");
    if (!leaf.opensTo(header, headerSalt)) {
      throw new IllegalArgumentException("the leaf does not commit to the header");
    }
  }

  /** The opened header of {@code event} and its {@code proof}. */
  public static EventProof of(RecordedEvent event, TlogProof proof) {
    return new EventProof(event.leaf(), event.event().header(), event.salts().header(), proof);
  }

  /** The object that stands in other documents. */
  public JsonObject toJson() {
    return members().build();
  }

  /** The file: canonical JSON (RFC 8785). */
  public byte[] bytes() {
    return Jcs.write(members().put("v", VERSION).build());
  }

  private JsonObjectBuilder members() {
    try {
      return JsonObject.builder()
          .put("header", header.toJson())
          .put("headerSalt", headerSalt.hex())
          .put("leaf", Jcs.readObject(leaf.bytes()))
          .put("proof", proof.toString());
    } catch (JsonException e) {
      throw new IllegalStateException("a leaf is canonical JSON", e);
    }
  }

  /**
   * Reads the object out of another document.
   *
   * @throws JsonException if it is none, or its leaf does not commit to its header
   */
  public static EventProof fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    try {
      return read(json);
    } catch (ProofException e) {
      String member = e.fault() == ProofFault.NOT_OPENED ? "header" : "proof";
      throw json.fault(member, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The proof whose file is exactly {@code bytes}. What it claims is not to be trusted before
   * {@link #verify}.
   *
   * @throws ProofException if it is none, or its leaf does not commit to its header
   */
  public static EventProof parse(byte[] bytes) throws ProofException {
    if (bytes.length > MAX_BYTES) {
      throw new ProofException(ProofFault.MALFORMED, "longer than " + MAX_BYTES + " bytes");
    }
    try {
      JsonObject json = Jcs.readObject(bytes);
      json.requireOnly(FILE_MEMBERS);
      if (json.integer("v") != VERSION) {
        throw json.fault("v", "unknown version");
      }
      return read(json);
    } catch (JsonException e) {
      throw new ProofException(ProofFault.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  private static EventProof read(JsonObject json) throws JsonException, ProofException {
    BlindLeaf leaf =
        BlindLeaf.of(Jcs.write(json.object("leaf")))
            .orElseThrow(() -> json.fault("leaf", "not a leaf"));
    EventHeader header = EventHeader.fromJson(json.object("header"));
    Digest salt = Identifiers.digest(json, "headerSalt");
    TlogProof proof = TlogProof.parse(json.string("proof").getBytes(UTF_8));
    if (!leaf.opensTo(header, salt)) {
      throw new ProofException(ProofFault.NOT_OPENED, "the leaf does not commit to the header");
    }
    return new EventProof(leaf, header, salt, proof);
  }

  /**
   * The verified checkpoint, under which the event stands.
   *
   * @throws ProofException if the checkpoint is not of the trusted log or the leaf is not under it
   */
  public Checkpoint verify(Trust trust) throws ProofException {
    return proof.verify(leaf, trust);
  }
}
