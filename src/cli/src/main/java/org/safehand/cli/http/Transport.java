package org.safehand.cli.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;

/** Sends requests over TLS and follows no redirect. */
public final class Transport {
  private static final Duration STALL = Duration.ofMinutes(1);

  private final HttpClient client;
  private final Duration stall;

  private Transport(HttpClient client, Duration stall) {
    this.client = requireNonNull(client, "client is null");
    this.stall = requireNonNull(stall, "stall is null");
  }

  /** Trusts {@code authorities} alone. */
  public static Transport trusting(CertificateAuthorities authorities) {
    return trusting(authorities, STALL);
  }

  /** As above, where a body may pause for {@code stall}. */
  static Transport trusting(CertificateAuthorities authorities, Duration stall) {
    return new Transport(common().sslContext(authorities.tls()).build(), stall);
  }

  /** Trusts what this Java platform trusts. */
  public static Transport trustingPlatform() {
    return new Transport(common().build(), STALL);
  }

  private static HttpClient.Builder common() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslParameters(parameters)
        .connectTimeout(Duration.ofSeconds(10));
  }

  /** The answer with its body still to come; the caller closes it. */
  public HttpResponse<InputStream> open(HttpRequest request) throws CliException {
    try {
      return client.send(
          request,
          head ->
              HttpResponse.BodySubscribers.mapping(
                  HttpResponse.BodySubscribers.ofInputStream(),
                  body -> new StallGuard(body, stall)));
    } catch (IOException e) {
      throw failure(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(CliCode.INTERRUPTED, place(request), "before the answer");
    }
  }

  /** The whole answer, whatever its status. */
  public Answer send(HttpRequest request) throws CliException {
    HttpResponse<InputStream> response = open(request);
    try (InputStream body = response.body()) {
      return Answer.of(place(request), response, body);
    } catch (IOException e) {
      throw failure(request, e);
    }
  }

  /** What a request is called in an error line: never its query, which may hold secrets. */
  public static String place(HttpRequest request) {
    return request.method()
        + " "
        + request.uri().getScheme()
        + "://"
        + request.uri().getRawAuthority()
        + request.uri().getRawPath();
  }

  /** How {@code cause} ended the exchange of {@code request}. */
  public static CliException failure(HttpRequest request, IOException cause) {
    boolean untrusted = cause instanceof SSLException || cause.getCause() instanceof SSLException;
    return new CliException(
        untrusted ? CliCode.SERVER_UNTRUSTED : CliCode.SERVER_UNREACHABLE, place(request), cause);
  }
}
