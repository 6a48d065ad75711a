package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider over TLS, under our own authorities alone, without redirects. It is asked
 * when it is first needed, so that the gateway starts without it.
 */
public final class ProviderConnection {
  private static final int CONNECT = 2000; // milliseconds, as all below
  private static final int READ = 5000;
  private static final int LARGEST = 100_000; // bytes
  private static final long KEPT = 300_000;
  private static final long LONGEST_FETCH = 10_000;
  private static final long BETWEEN_FETCHES = 30_000;

  private final URI issuer;
  private final SSLSocketFactory tls;
  private @Nullable OIDCProviderMetadata metadata;
  private @Nullable JWKSource<SecurityContext> keys;

  public ProviderConnection(URI issuer, SSLSocketFactory tls) {
    this.issuer = requireNonNull(issuer, "issuer is null");
    this.tls = requireNonNull(tls, "tls is null");
  }

  URI issuer() {
    return issuer;
  }

  /** How the provider describes itself (OpenID Connect Discovery 1.0, section 4). */
  synchronized OIDCProviderMetadata metadata() throws StepUpException {
    if (metadata == null) {
      metadata = discovered();
    }
    return metadata;
  }

  private OIDCProviderMetadata discovered() throws StepUpException {
    URI document = URI.create(issuer + "/.well-known/openid-configuration");
    try {
      OIDCProviderMetadata found =
          OIDCProviderMetadata.parse(retriever().retrieveResource(document.toURL()).getContent());
      if (!found.getIssuer().getValue().equals(issuer.toString())) {
        throw new StepUpException(StepUpFault.UNAVAILABLE);
      }
      return found;
    } catch (IOException | ParseException e) {
      throw new StepUpException(StepUpFault.UNAVAILABLE, e);
    }
  }

  /** The provider's keys, kept for five minutes and fetched anew for an unknown one. */
  synchronized JWKSource<SecurityContext> keys() throws StepUpException {
    if (keys == null) {
      try {
        keys =
            JWKSourceBuilder.create(metadata().getJWKSetURI().toURL(), retriever())
                .cache(KEPT, LONGEST_FETCH)
                .rateLimited(BETWEEN_FETCHES)
                .retrying(true)
                .build();
      } catch (IOException e) {
        throw new StepUpException(StepUpFault.UNAVAILABLE, e);
      }
    }
    return keys;
  }

  /** The same keys for who verifies other tokens; the provider is asked when one is needed. */
  public JWKSource<SecurityContext> keySource() {
    return (selector, context) -> {
      try {
        return keys().get(selector, context);
      } catch (StepUpException e) {
        throw new KeySourceException("the identity provider does not answer", e);
      }
    };
  }

  /** Verifies ID tokens by these keys. */
  public TokenCheck check(Clock clock) {
    return (token, asked) ->
        new IdTokenVerifier(issuer.toString(), keys(), clock).verify(token, asked);
  }

  /** The answer to {@code request}, whatever its status. */
  HTTPResponse send(HTTPRequest request) throws StepUpException {
    request.setSSLSocketFactory(tls);
    request.setConnectTimeout(CONNECT);
    request.setReadTimeout(READ);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException e) {
      throw new StepUpException(StepUpFault.UNAVAILABLE, e);
    }
  }

  private DefaultResourceRetriever retriever() {
    return new DefaultResourceRetriever(CONNECT, READ, LARGEST, true, tls);
  }
}
