package org.safehand.custody.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.custody.trust.Trust;

/**
 * That the log knows a delivery receipt: the event by which the gateway recorded it, proven.
 *
 * <p>Guarantee of {@link #verify}: the trusted log committed to an event which says that exactly
 * this receipt was recorded, and which says of dispatch, agency, package and seal what the receipt
 * says itself. Against whoever holds the gateway and its database, but not the keys of the log and
 * its witnesses. Whose signature is on the receipt is not checked: no trust folder names the keys
 * of agencies.
 *
 * @param event the event, opened
 * @param checkpoint the verified checkpoint, under which it stands
 * @param receipt SHA-256 of the receipt
 */
public record ReceiptProof(EventProof event, Checkpoint checkpoint, Digest receipt) {
  /** Refuses nulls. */
  public ReceiptProof {
    requireNonNull(event, "event is null");
    requireNonNull(checkpoint, "checkpoint is null");
    requireNonNull(receipt, "receipt is null");
  }

  /**
   * The proof in the file {@code proof} of the receipt that is exactly {@code receipt}, verified.
   *
   * @throws ProofException if anything does not hold
   */
  public static ReceiptProof verify(byte[] proof, byte[] receipt, Trust trust)
      throws ProofException {
    EventProof event = EventProof.parse(proof);
    Checkpoint checkpoint = event.verify(trust);
    EventHeader header = event.header();
    require(header.type() == EventType.DELIVERY_RECEIPT, "is a " + header.type().wire());
    require(header.outcome().result() == Result.DONE, "is of a receipt that was not recorded");
    Digest digest = Digest.of(receipt);
    requireFact(header, "receipt", digest.hex());
    requireSame(header, statement(receipt));
    return new ReceiptProof(event, checkpoint, digest);
  }

  private static void requireSame(EventHeader header, JsonObject statement) throws ProofException {
    try {
      require(statement.integer("version") == 1, "is of a receipt of an unknown version");
      String agency = statement.string("agency");
      require(
          header.counterparty().filter(other -> other.organisation().equals(agency)).isPresent(),
          "names another agency");
      requireFact(header, "dispatchId", statement.string("dispatchId"));
      requireFact(header, "packageDigest", statement.string("packageDigest"));
      requireFact(header, "sealDigest", statement.string("sealDigest"));
      String checkpoint = statement.string("checkpoint");
      requireFact(header, "checkpoint", Digest.of(checkpoint.getBytes(UTF_8)).hex());
    } catch (JsonException e) {
      throw otherEvent("is of something that is no receipt: " + e.getMessage());
    }
  }

  /** What the receipt says: the content of its CMS SignedData (RFC 5652), in canonical JSON. */
  private static JsonObject statement(byte[] receipt) throws ProofException {
    try {
      CMSTypedData content = new CMSSignedData(receipt).getSignedContent();
      if (content != null && content.getContent() instanceof byte[] bytes) {
        return Jcs.readObject(bytes);
      }
      throw otherEvent("is of a signature without its content");
    } catch (CMSException | JsonException | RuntimeException e) {
      // Bouncy Castle throws several unchecked exceptions at malformed structures
      throw otherEvent("is of something that is no receipt: " + e.getMessage());
    }
  }

  private static void requireFact(EventHeader header, String name, String expected)
      throws ProofException {
    Optional<String> fact = header.fact(name);
    require(fact.equals(Optional.of(expected)), "names another " + name);
  }

  private static void require(boolean holds, String otherwise) throws ProofException {
    if (!holds) {
      throw otherEvent(otherwise);
    }
  }

  private static ProofException otherEvent(String how) {
    return new ProofException(ProofFault.OTHER_EVENT, "the event " + how);
  }
}
