package org.safehand.soap.security;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.x500.X500Principal;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.feature.AbstractFeature;
import org.apache.cxf.interceptor.InterceptorProvider;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.handler.WSHandlerConstants;

/**
 * Signs every message that leaves, faults included, and accepts only messages whose Body and
 * Timestamp are signed by the one named signer. Set on a client or on a published endpoint, it
 * secures both of its directions.
 *
 * <p>The adversary writes or changes messages, replays them within the life of their Timestamp, or
 * signs with another certificate of the same authority: refused before the message reaches an
 * endpoint or a caller. It does not cover the MIME part beside the Body; the signed manifest
 * carries that part's digest.
 */
public final class MessageSecurity extends AbstractFeature {
  private static final String CRYPTO = "safehand.crypto";
  private static final String SIGNED_PARTS =
      "{Element}{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp;"
          + "{Element}{http://schemas.xmlsoap.org/soap/envelope/}Body";
  private static final String NEVER_IN_A_NAME = ";;";

  private final MessageIdentity identity;
  private final String signer;

  /**
   * @param signer the subject of the only certificate whose messages are accepted
   */
  public MessageSecurity(MessageIdentity identity, X500Principal signer) {
    this.identity = requireNonNull(identity, "identity is null");
    // WSS4J compares RFC 2253 names with a pattern
    this.signer = Pattern.quote(signer.getName());
  }

  @Override
  public void initialize(Client client, Bus bus) {
    remember(client.getEndpoint());
    super.initialize(client, bus);
  }

  @Override
  public void initialize(Server server, Bus bus) {
    remember(server.getEndpoint());
    super.initialize(server, bus);
  }

  @Override
  protected void initializeProvider(InterceptorProvider provider, Bus bus) {
    provider.getInInterceptors().add(new HiddenParts());
    provider.getInInterceptors().add(new SignatureCheck(incoming()));
    provider.getInInterceptors().add(new DefaultCryptoCoverageChecker());
    provider.getOutInterceptors().add(new WSS4JOutInterceptor(outgoing()));
    provider.getOutFaultInterceptors().add(new WSS4JOutInterceptor(outgoing()));
  }

  /**
   * Seen Timestamps are kept in memory: the library's default writes them to the temporary folder.
   */
  private static void remember(Endpoint endpoint) {
    endpoint.put(SecurityConstants.TIMESTAMP_CACHE_INSTANCE, new MemoryReplayCache());
  }

  private Map<String, Object> outgoing() {
    Map<String, Object> settings = common();
    settings.put(WSHandlerConstants.USER, identity.alias());
    settings.put(WSHandlerConstants.PW_CALLBACK_REF, (CallbackHandler) this::answer);
    settings.put(WSHandlerConstants.SIG_KEY_ID, "DirectReference");
    settings.put(WSHandlerConstants.SIGNATURE_PARTS, SIGNED_PARTS);
    settings.put(WSHandlerConstants.SIG_ALGO, Algorithms.signatureOf(identity.crypto()));
    settings.put(WSHandlerConstants.SIG_DIGEST_ALGO, Algorithms.DIGEST);
    settings.put(WSHandlerConstants.ADD_INCLUSIVE_PREFIXES, "false");
    settings.put(WSHandlerConstants.TTL_TIMESTAMP, "300");
    return settings;
  }

  private Map<String, Object> incoming() {
    Map<String, Object> settings = common();
    settings.put(WSHandlerConstants.SIG_SUBJECT_CERT_CONSTRAINTS, signer);
    settings.put(WSHandlerConstants.SIG_CERT_CONSTRAINTS_SEPARATOR, NEVER_IN_A_NAME);
    settings.put(WSHandlerConstants.TTL_FUTURE_TIMESTAMP, "60");
    settings.put(WSHandlerConstants.IS_BSP_COMPLIANT, "true");
    settings.put(WSHandlerConstants.REQUIRE_TIMESTAMP_EXPIRES, "true");
    return settings;
  }

  private Map<String, Object> common() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(WSHandlerConstants.ACTION, "Timestamp Signature");
    settings.put(CRYPTO, identity.crypto());
    settings.put(WSHandlerConstants.SIG_PROP_REF_ID, CRYPTO);
    settings.put(WSHandlerConstants.SIG_VER_PROP_REF_ID, CRYPTO);
    settings.put(WSHandlerConstants.EXPAND_XOP_INCLUDE, "false");
    settings.put(WSHandlerConstants.STORE_BYTES_IN_ATTACHMENT, "false");
    return settings;
  }

  private void answer(Callback[] questions) {
    for (Callback question : questions) {
      if (question instanceof WSPasswordCallback password) {
        password.setPassword(identity.password());
      }
    }
  }
}
