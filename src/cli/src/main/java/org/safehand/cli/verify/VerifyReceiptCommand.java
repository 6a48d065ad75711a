package org.safehand.cli.verify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.cli.terminal.Terminal;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.proof.EventProof;
import org.safehand.custody.proof.ProofException;
import org.safehand.custody.proof.ReceiptProof;
import org.safehand.custody.trust.TrustException;
import org.safehand.custody.trust.TrustFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code safehand verify receipt RECEIPT --proof FILE --trust DIR}. */
@Command(
    name = "receipt",
    description = {
      "Verifies offline that the custody log knows a delivery receipt: the event that recorded exactly"
          + " this file stands under a checkpoint that the log and its witnesses signed.",
      "",
      "The first word of a refusal is a stable code."
    })
@SuppressWarnings("NullAway.Init") // picocli sets options and parameters before call
public final class VerifyReceiptCommand implements Callable<Integer> {
  /** The largest receipt that a gateway records. */
  private static final int MAX_RECEIPT = 256 * 1024;

  private final Terminal terminal;

  @Parameters(paramLabel = "RECEIPT", description = "The receipt (.p7m).")
  private Path receipt;

  @Option(
      names = "--proof",
      required = true,
      paramLabel = "FILE",
      description = "The proof, as `safehand receipt --proof` saves it.")
  private Path proof;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "DIR",
      description = "The trust folder: trust.json and the files it names.")
  private Path trust;

  public VerifyReceiptCommand(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  @Override
  public Integer call() throws TrustException, ProofException, IOException {
    ReceiptProof proven =
        ReceiptProof.verify(
            read(proof, EventProof.MAX_BYTES), read(receipt, MAX_RECEIPT), TrustFolder.read(trust));
    terminal.show(findings(proven));
    return ExitCode.DONE.number();
  }

  /** The file, or so much more than {@code limit} that it is refused for that. */
  private static byte[] read(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    }
  }

  private static JsonObject findings(ReceiptProof proven) {
    EventHeader header = proven.event().header();
    return JsonObject.builder()
        .put("verified", true)
        .putIfPresent("dispatch", header.fact("dispatchId"))
        .putIfPresent("agency", header.counterparty().map(other -> other.organisation()))
        .putIfPresent("packageDigest", header.fact("packageDigest"))
        .putIfPresent("sealDigest", header.fact("sealDigest"))
        .put("recorded", UtcText.millis(header.time()))
        .put("receiptSha256", proven.receipt().hex())
        .put("index", proven.event().proof().index())
        .put("leafHash", proven.event().leaf().leafHash().hex())
        .put("origin", proven.checkpoint().origin())
        .put("checkpointSize", proven.checkpoint().size())
        .put("root", proven.checkpoint().root().hex())
        .put("signatures", JsonArray.ofStrings(signatures(proven)))
        .put(
            "notChecked",
            JsonArray.ofStrings(
                List.of("whose signature is on the receipt: that takes the agency's certificate")))
        .build();
  }

  /** Of the log and its witnesses; each holds, or nothing would have been verified. */
  private static List<String> signatures(ReceiptProof proven) {
    return proven.event().proof().checkpoint().signatures().stream()
        .map(NoteSignature::name)
        .toList();
  }
}
