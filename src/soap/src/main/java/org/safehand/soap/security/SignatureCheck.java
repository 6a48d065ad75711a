package org.safehand.soap.security;

import java.util.Map;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.dom.handler.RequestData;

/** WSS4J's check of an arriving message, held to {@link Algorithms#allowed()}. */
final class SignatureCheck extends WSS4JInInterceptor {
  SignatureCheck(Map<String, Object> settings) {
    super(settings);
  }

  @Override
  protected void setAlgorithmSuites(SoapMessage message, RequestData data) {
    data.setAlgorithmSuite(Algorithms.allowed());
  }
}
