package org.safehand.exchange.egress;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Small requests with small answers: the way to time-stamp authorities, OCSP responders and
 * revocation lists. Packages go through the SOAP channel, which keeps to the same {@link
 * EgressRule}.
 *
 * <p>One exchange, from connecting to the last byte of the answer, ends within the time limit.
 */
public final class EgressClient {
  /** The longest answer to a post, in bytes. */
  public static final int MOST_BYTES = 256 * 1024;

  private final EgressRule rule;
  private final Duration limit;
  private final HttpClient http;

  public EgressClient(EgressRule rule, Duration limit) {
    this.rule = requireNonNull(rule, "rule is null");
    this.limit = requireNonNull(limit, "limit is null");
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(limit)
            .build();
  }

  /**
   * Posts {@code body} and gives the body of an answer 200 of type {@code answerType}.
   *
   * @throws EgressException in every other case
   */
  public byte[] post(URI address, String type, byte[] body, String answerType)
      throws EgressException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", type)
            .header("Accept", answerType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = answer(request, MOST_BYTES);
    String given = answer.headers().firstValue("Content-Type").orElse("none");
    if (!given.equals(answerType)) {
      throw new EgressException(EgressCode.EGRESS_UNEXPECTED_TYPE, address + " answered " + given);
    }
    return answer.body();
  }

  /**
   * Gets the body of an answer 200 of at most {@code most} bytes, whatever its type.
   *
   * @throws EgressException in every other case
   */
  public byte[] get(URI address, int most) throws EgressException {
    return answer(HttpRequest.newBuilder(address).timeout(limit).GET().build(), most).body();
  }

  private HttpResponse<byte[]> answer(HttpRequest request, int most) throws EgressException {
    rule.check(request.uri());
    HttpResponse<byte[]> answer = exchange(request, most);
    if (answer.statusCode() != 200) {
      throw new EgressException(
          EgressCode.EGRESS_UNEXPECTED_STATUS, request.uri() + " answered " + answer.statusCode());
    }
    return answer;
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, int most) throws EgressException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, ignored -> new BoundedBody(most));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new EgressException(EgressCode.EGRESS_TIMED_OUT, request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EgressException(EgressCode.EGRESS_TIMED_OUT, "interrupted", e);
    } catch (ExecutionException e) {
      throw failure(request.uri(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static EgressException failure(URI address, ExecutionException e) {
    EgressCode code = EgressCode.EGRESS_UNREACHABLE;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedBody.TooLong) {
        code = EgressCode.EGRESS_ANSWER_TOO_LARGE;
      } else if (cause instanceof HttpTimeoutException) {
        code = EgressCode.EGRESS_TIMED_OUT;
      }
    }
    return new EgressException(code, address.toString(), e);
  }
}
