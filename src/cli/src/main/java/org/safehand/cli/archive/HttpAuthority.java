package org.safehand.cli.archive;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Duration;
import org.safehand.cli.http.Answer;
import org.safehand.cli.http.Transport;
import org.safehand.cli.outcome.CliCode;
import org.safehand.cli.outcome.CliException;
import org.safehand.cli.outcome.ExitCode;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.timestamp.TimeStampException;
import org.safehand.custody.timestamp.TimeStampQuery;
import org.safehand.custody.timestamp.TimeStampToken;

/**
 * A time-stamping authority over HTTP (RFC 3161, section 3.4). TLS is not needed: the answer must
 * be to this very question, and whether its signer is trusted is asked of the token.
 */
final class HttpAuthority {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI address;
  private final Transport transport;
  private final SecureRandom random;

  private HttpAuthority(URI address, Transport transport, SecureRandom random) {
    this.address = address;
    this.transport = requireNonNull(transport, "transport is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** The authority at {@code address}, an http or https address of a host. */
  static HttpAuthority at(URI address, Transport transport, SecureRandom random)
      throws CliException {
    boolean known = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!known || address.getHost() == null || address.getRawUserInfo() != null) {
      throw new CliException(
          CliCode.USAGE, address.toString(), "an http or https address of a host is needed");
    }
    return new HttpAuthority(address, transport, random);
  }

  private static boolean isReply(String contentType) {
    String type = contentType.replaceFirst(";.*", "").strip();
    return type.equalsIgnoreCase(TimeStampQuery.REPLY_TYPE);
  }

  /** A token over {@code imprint}, whose signer is not known yet. */
  TimeStampToken stamp(Imprint imprint) throws CliException {
    TimeStampQuery query =
        TimeStampQuery.over(imprint, new BigInteger(TimeStampQuery.NONCE_BITS, random));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", TimeStampQuery.QUERY_TYPE)
            .header("Accept", TimeStampQuery.REPLY_TYPE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(query.bytes()))
            .build();
    Answer answer = transport.send(request);
    if (answer.status() != 200
        || answer.header("Content-Type").filter(HttpAuthority::isReply).isEmpty()) {
      throw new CliException(
          CliCode.ANSWER_MALFORMED,
          answer.place(),
          "status " + answer.status() + ", no " + TimeStampQuery.REPLY_TYPE);
    }
    try {
      return query.answeredBy(answer.body());
    } catch (TimeStampException e) {
      String code = e.fault().code();
      String message = String.valueOf(e.getMessage()).substring(code.length() + 2);
      throw new CliException(code, ExitCode.NETWORK, answer.place(), message);
    }
  }
}
