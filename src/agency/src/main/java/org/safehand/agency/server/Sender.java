package org.safehand.agency.server;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.apache.cxf.message.Message;
import org.apache.cxf.security.transport.TLSSessionInfo;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.safehand.agency.inbox.DeliveryCode;
import org.safehand.agency.inbox.DeliveryRefusal;

/**
 * Who sends: the signer of the message and the owner of the connection must be of one organisation,
 * so that a message signed by the gateway cannot be brought by somebody else.
 */
final class Sender {
  private Sender() {}

  static void requireOneOrganisation(Message message) throws DeliveryRefusal {
    List<String> signer = organisations(signerOf(message));
    List<String> caller = organisations(callerOf(message));
    if (signer.isEmpty() || !signer.equals(caller)) {
      throw new DeliveryRefusal(
          DeliveryCode.DELIVERY_SENDER_MISMATCH, "signed by " + signer + ", brought by " + caller);
    }
  }

  private static X500Principal signerOf(Message message) throws DeliveryRefusal {
    if (message.get(WSHandlerConstants.RECV_RESULTS) instanceof List<?> results
        && results.size() == 1
        && results.get(0) instanceof WSHandlerResult result) {
      List<WSSecurityEngineResult> signatures = result.getActionResults().get(WSConstants.SIGN);
      if (signatures != null
          && signatures.size() == 1
          && signatures.get(0).get(WSSecurityEngineResult.TAG_X509_CERTIFICATE)
              instanceof X509Certificate certificate) {
        return certificate.getSubjectX500Principal();
      }
    }
    throw new DeliveryRefusal(DeliveryCode.DELIVERY_SENDER_MISMATCH, "not one signature");
  }

  private static X500Principal callerOf(Message message) throws DeliveryRefusal {
    TLSSessionInfo session = message.get(TLSSessionInfo.class);
    Certificate[] chain = session == null ? null : session.getPeerCertificates();
    if (chain != null && chain.length > 0 && chain[0] instanceof X509Certificate certificate) {
      return certificate.getSubjectX500Principal();
    }
    throw new DeliveryRefusal(DeliveryCode.DELIVERY_SENDER_MISMATCH, "no client certificate");
  }

  private static List<String> organisations(X500Principal subject) {
    RDN[] found = X500Name.getInstance(subject.getEncoded()).getRDNs(BCStyle.O);
    return Arrays.stream(found)
        .map(rdn -> rdn.getFirst().getValue())
        .map(ASN1Encodable::toString)
        .toList();
  }
}
