package org.safehand.soap.security;

import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;

/**
 * Takes the MIME parts out of sight of SAAJ, WSS4J and JAXB, each of which would hold them in
 * memory or write them to disk before the signature is checked. The endpoint reads the one part
 * itself, afterwards.
 */
public final class HiddenParts extends AbstractSoapInterceptor {
  private static final String PARTS = HiddenParts.class.getName();

  HiddenParts() {
    super(Phase.PRE_PROTOCOL);
    addBefore(SAAJInInterceptor.class.getName());
    addBefore(WSS4JInInterceptor.class.getName());
    addBefore(SignatureCheck.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Collection<Attachment> parts = message.getAttachments();
    if (parts != null) {
      message.put(PARTS, parts);
      message.setAttachments(null);
    }
  }

  /**
   * The first part beside the Body, not yet read. Nothing else of the collection is touched: asking
   * it for its size or for a second part would read the first one into memory.
   */
  public static Optional<Attachment> firstOf(Message message) {
    if (!(message.get(PARTS) instanceof Collection<?> parts)) {
      return Optional.empty();
    }
    Iterator<?> iterator = parts.iterator();
    return iterator.hasNext() && iterator.next() instanceof Attachment first
        ? Optional.of(first)
        : Optional.empty();
  }
}
