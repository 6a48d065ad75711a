package org.safehand.sequencer.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.witness.AddCheckpoint;
import org.safehand.custody.witness.Cosignatures;
import org.safehand.custody.witness.Witness;

/**
 * Speaks to witnesses: no redirect, no proxy, bounded answers, and an answer of some kind within
 * the time. A future of this class never fails.
 */
final class WitnessClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int MAX_REASON = 200;

  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(ProxySelector.of(null))
          .connectTimeout(CONNECT)
          .build();

  /** A client that waits at most {@code patience} for the whole of an answer. */
  WitnessClient(Duration patience) {
    this.patience = patience;
  }

  /** Submits a checkpoint. */
  CompletableFuture<Reply> add(WitnessAddress witness, AddCheckpoint request) {
    return send(
        HttpRequest.newBuilder(witness.resolve("add-checkpoint"))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
            .build(),
        Cosignatures.MAX_LENGTH,
        (status, body) -> added(witness, request, status, body));
  }

  private static Reply added(
      WitnessAddress witness, AddCheckpoint request, int status, byte[] body) {
    switch (status) {
      case 200 -> {
        try {
          return new Reply.Cosigned(Cosignatures.read(body, request.note(), witness.key()));
        } catch (NoteException e) {
          return new Reply.Unusable(String.valueOf(e.getMessage()));
        }
      }
      case 409 -> {
        OptionalLong size = Cosignatures.readSize(body);
        // the size that it was told is the one that it has: then this is no conflict
        return size.isPresent() && size.getAsLong() != request.oldSize()
            ? new Reply.OtherSize(size.getAsLong())
            : new Reply.Unusable("an answer 409 without another size");
      }
      case 422 -> {
        return new Reply.Inconsistent(reason(body));
      }
      default -> {
        return new Reply.Unusable("an answer " + status + ": " + reason(body));
      }
    }
  }

  /** Asks for the last checkpoint that the witness has cosigned for the log {@code origin}. */
  CompletableFuture<Reply> last(WitnessAddress witness, String origin) {
    return send(
        HttpRequest.newBuilder(witness.resolve(Witness.originHash(origin).hex() + "/checkpoint"))
            .GET()
            .build(),
        SignedNote.MAX_LENGTH,
        WitnessClient::last);
  }

  private static Reply last(int status, byte[] body) {
    try {
      return switch (status) {
        case 200 -> new Reply.Last(SignedNote.parse(body));
        case 404 -> new Reply.None();
        default -> new Reply.Unusable("an answer " + status + ": " + reason(body));
      };
    } catch (NoteException e) {
      return new Reply.Unusable(String.valueOf(e.getMessage()));
    }
  }

  private CompletableFuture<Reply> send(
      HttpRequest request, int limit, BiFunction<Integer, byte[], Reply> read) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(request, answer -> new LimitedBody(limit));
    return exchange
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (answer, fault) -> {
              if (fault != null) {
                // ends the exchange too, which may trickle on
                exchange.cancel(true);
                return new Reply.Unusable(explain(fault));
              }
              return read.apply(answer.statusCode(), answer.body());
            })
        .exceptionally(fault -> new Reply.Unusable(explain(fault)));
  }

  private static String explain(Throwable fault) {
    @Nullable Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
    return cause instanceof TimeoutException ? "no answer in time" : String.valueOf(cause);
  }

  private static String reason(byte[] body) {
    String text = new String(body, UTF_8).strip();
    return text.substring(0, Math.min(MAX_REASON, text.length())).replaceAll("[^ -~]", "?");
  }
}
