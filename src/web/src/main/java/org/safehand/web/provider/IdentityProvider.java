package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0) and the keys it signs with. Asked
 * for when first needed, so that the gateway starts without it. Safe for several threads.
 */
public final class IdentityProvider implements JWKSource<SecurityContext> {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 5_000;
  private static final int MAX_BYTES = 100_000;
  private static final long KEPT_MILLIS = 300_000;
  private static final long REFRESH_MILLIS = 5_000;
  private static final long BETWEEN_MILLIS = 10_000;

  private final Issuer issuer;
  private final ProviderTrust trust;
  private @Nullable OIDCProviderMetadata metadata;
  private @Nullable JWKSource<SecurityContext> keys;

  /** The provider that issues as {@code issuer}, reached over {@code trust}. */
  public IdentityProvider(URI issuer, ProviderTrust trust) {
    this.issuer = new Issuer(requireNonNull(issuer, "issuer is null"));
    this.trust = requireNonNull(trust, "trust is null");
  }

  /**
   * What it says of itself.
   *
   * @throws IOException if it does not answer, or names another issuer
   */
  public synchronized OIDCProviderMetadata metadata() throws IOException {
    OIDCProviderMetadata known = metadata;
    if (known == null) {
      known = ask();
      metadata = known;
    }
    return known;
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    return keys().get(selector, context);
  }

  private OIDCProviderMetadata ask() throws IOException {
    try {
      return OIDCProviderMetadata.resolve(
          issuer,
          request -> {
            request.setSSLSocketFactory(trust.sockets());
            request.setConnectTimeout(CONNECT_MILLIS);
            request.setReadTimeout(READ_MILLIS);
            request.setFollowRedirects(false);
          });
    } catch (GeneralException e) {
      throw new IOException("the identity provider's metadata is not understood", e);
    }
  }

  private synchronized JWKSource<SecurityContext> keys() throws KeySourceException {
    JWKSource<SecurityContext> known = keys;
    if (known == null) {
      known = source();
      keys = known;
    }
    return known;
  }

  private JWKSource<SecurityContext> source() throws KeySourceException {
    try {
      DefaultResourceRetriever retriever =
          new DefaultResourceRetriever(
              CONNECT_MILLIS, READ_MILLIS, MAX_BYTES, true, trust.sockets());
      return JWKSourceBuilder.create(metadata().getJWKSetURI().toURL(), retriever)
          .cache(KEPT_MILLIS, REFRESH_MILLIS)
          .rateLimited(BETWEEN_MILLIS)
          .retrying(true)
          .build();
    } catch (IOException e) {
      throw new KeySourceException("the identity provider does not say where its keys are", e);
    }
  }
}
