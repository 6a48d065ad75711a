package org.safehand.agency.inbox;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.agency.receipt.ReceiptSigner;
import org.safehand.agency.receipt.ReceiptStatement;
import org.safehand.agency.receipt.SignedReceipt;

/**
 * Takes each dispatch exactly once.
 *
 * <p>The same id with the same package gets the same receipt again, byte for byte, also after a
 * restart; the same id with another package is refused. A receipt leaves only after the package and
 * the receipt are on disk for good.
 */
public final class Inbox implements AutoCloseable {
  private final ReceivedFolder folder;
  private final long maxBytes;
  private final PackageAcceptance acceptance;
  private final ReceiptSigner signer;
  private final PackageIntake intake;
  private final Clock clock;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  private Inbox(
      ReceivedFolder folder,
      long maxBytes,
      PackageAcceptance acceptance,
      ReceiptSigner signer,
      Clock clock) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.acceptance = requireNonNull(acceptance, "acceptance is null");
    this.signer = requireNonNull(signer, "signer is null");
    this.intake = new PackageIntake(clock);
    this.clock = clock;
  }

  /**
   * Opens the inbox in {@code folder}, alone among all processes.
   *
   * @param maxBytes the largest package that is taken
   * @throws IOException if the folder cannot be used or another server uses it
   */
  public static Inbox open(
      Path folder, long maxBytes, PackageAcceptance acceptance, ReceiptSigner signer, Clock clock)
      throws IOException {
    return new Inbox(ReceivedFolder.open(folder), maxBytes, acceptance, signer, clock);
  }

  /** Receives one package, or answers as it was answered before. */
  public SignedReceipt receive(Announcement announced, PackageSource source)
      throws DeliveryRefusal {
    if (announced.size() > maxBytes) {
      throw new DeliveryRefusal(
          DeliveryCode.DELIVERY_TOO_LARGE, announced.size() + " of at most " + maxBytes + " bytes");
    }
    if (!underWay.add(announced.dispatchId())) {
      throw new DeliveryRefusal(DeliveryCode.DISPATCH_IN_PROGRESS, announced.dispatchId());
    }
    try {
      Optional<SignedReceipt> before = folder.receiptOf(announced.dispatchId());
      return before.isPresent() ? again(before.get(), announced, source) : keep(announced, source);
    } catch (IOException e) {
      throw unavailable(e);
    } finally {
      underWay.remove(announced.dispatchId());
    }
  }

  /** The receipt given earlier for {@code dispatchId}. */
  public SignedReceipt receiptFor(String dispatchId) throws DeliveryRefusal {
    try {
      return folder
          .receiptOf(Announcement.requireDispatchId(dispatchId))
          .orElseThrow(() -> new DeliveryRefusal(DeliveryCode.RECEIPT_NOT_FOUND, dispatchId));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private SignedReceipt again(SignedReceipt before, Announcement announced, PackageSource source)
      throws DeliveryRefusal, IOException {
    ReceiptStatement given = before.statement();
    if (!given.packageDigest().equals(announced.packageDigest())
        || !given.sealDigest().equals(announced.sealDigest())) {
      throw new DeliveryRefusal(
          DeliveryCode.DISPATCH_DIGEST_CONFLICT,
          announced.dispatchId() + " was received as " + given.packageDigest());
    }
    // a sender that is still writing sees an answer only after its last byte
    intake.copy(source.open(), announced, OutputStream.nullOutputStream());
    return before;
  }

  private SignedReceipt keep(Announcement announced, PackageSource source)
      throws DeliveryRefusal, IOException {
    Path part = folder.begin(announced.dispatchId());
    try {
      Path asice = part.resolve(ReceivedFolder.PACKAGE);
      try (OutputStream out = new BufferedOutputStream(folder.create(asice), 256 * 1024)) {
        intake.copy(source.open(), announced, out);
      }
      AcceptedPackage accepted = acceptance.accept(asice, announced);
      SignedReceipt receipt = signer.sign(statement(announced, accepted));
      folder.write(part.resolve(ReceivedFolder.RECEIPT), receipt.bytes());
      folder.commit(part, announced.dispatchId());
      return receipt;
    } finally {
      folder.discard(part);
    }
  }

  private ReceiptStatement statement(Announcement announced, AcceptedPackage accepted) {
    return new ReceiptStatement(
        signer.agency(),
        accepted.checkpoint(),
        announced.dispatchId(),
        announced.packageDigest(),
        clock.instant(),
        announced.sealDigest());
  }

  private static DeliveryRefusal unavailable(IOException cause) {
    return new DeliveryRefusal(
        DeliveryCode.INBOX_UNAVAILABLE, "the inbox cannot be written or read", cause);
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
