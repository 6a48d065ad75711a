package org.safehand.web.provider;

import static java.util.Objects.requireNonNull;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.net.URI;
import java.util.List;
import org.safehand.referral.stepup.StepUpGate;

/**
 * The gateway as the client {@value ClientKey#CLIENT}: what is asked for is pushed to the provider
 * (RFC 9126), so that nothing of it can be changed in the browser, and the code is bound to it by
 * PKCE (RFC 7636).
 */
public final class StepUpClient {
  private final ProviderConnection provider;
  private final ClientKey key;
  private final URI callback;

  public StepUpClient(ProviderConnection provider, ClientKey key, URI callback) {
    this.provider = requireNonNull(provider, "provider is null");
    this.key = requireNonNull(key, "key is null");
    this.callback = requireNonNull(callback, "callback is null");
  }

  /** Where the person shows their second factor. */
  public URI push(Secrets secrets, String userName) throws StepUpException {
    AuthenticationRequest question =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), new ClientID(ClientKey.CLIENT), callback)
            .state(new State(secrets.state()))
            .nonce(new Nonce(secrets.nonce()))
            .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256)
            .acrValues(List.of(new ACR(StepUpGate.ACR)))
            .loginHint(userName)
            .build();
    PushedAuthorizationRequest pushed =
        new PushedAuthorizationRequest(
            provider.metadata().getPushedAuthorizationRequestEndpointURI(), proof(), question);
    try {
      PushedAuthorizationResponse answer =
          PushedAuthorizationResponse.parse(provider.send(pushed.toHTTPRequest()));
      if (!answer.indicatesSuccess()) {
        throw new StepUpException(StepUpFault.UNAVAILABLE);
      }
      return new AuthorizationRequest.Builder(
              answer.toSuccessResponse().getRequestURI(), new ClientID(ClientKey.CLIENT))
          .endpointURI(provider.metadata().getAuthorizationEndpointURI())
          .build()
          .toURI();
    } catch (ParseException e) {
      throw new StepUpException(StepUpFault.UNAVAILABLE, e);
    }
  }

  /** The ID token for {@code code}, not verified. */
  public String redeem(String code, Secrets secrets) throws StepUpException {
    TokenRequest request =
        new TokenRequest.Builder(
                provider.metadata().getTokenEndpointURI(),
                proof(),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code), callback, new CodeVerifier(secrets.verifier())))
            .build();
    try {
      TokenResponse answer = OIDCTokenResponseParser.parse(provider.send(request.toHTTPRequest()));
      if (!answer.indicatesSuccess()) {
        throw new StepUpException(StepUpFault.REFUSED);
      }
      return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens().getIDTokenString();
    } catch (ParseException e) {
      throw new StepUpException(StepUpFault.UNAVAILABLE, e);
    }
  }

  private ClientAuthentication proof() {
    return key.proof(provider.issuer());
  }
}
