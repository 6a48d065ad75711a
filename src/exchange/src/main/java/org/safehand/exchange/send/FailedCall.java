package org.safehand.exchange.send;

import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.cxf.transport.http.HTTPException;
import org.apache.wss4j.common.ext.WSSecurityException;

/**
 * Reads from a failed call whether the agency can have the package. In doubt it can: only what
 * certainly happened before the first byte, or was answered by the agency itself, says otherwise.
 */
final class FailedCall {
  private static final int CLIENT_ERRORS = 400;
  private static final int SERVER_ERRORS = 500;

  private FailedCall() {}

  static Answer read(Exception failure) {
    if (find(failure, WSSecurityException.class).isPresent()) {
      return new Answer.Refused(SendCode.ANSWER_UNTRUSTED.code());
    }
    Optional<HTTPException> status = find(failure, HTTPException.class);
    if (status.isPresent()) {
      return ofStatus(status.get().getResponseCode());
    }
    if (beforeAnyByte(failure)) {
      return new Answer.Failed(SendCode.AGENCY_UNREACHABLE.code());
    }
    if (wrongIdentity(failure)) {
      return new Answer.Refused(SendCode.AGENCY_IDENTITY.code());
    }
    if (failure instanceof SOAPFaultException && find(failure, IOException.class).isEmpty()) {
      return new Answer.Refused(SendCode.AGENCY_REFUSED_MESSAGE.code());
    }
    return new Answer.Unknown(SendCode.OUTCOME_UNKNOWN.code());
  }

  private static Answer ofStatus(int status) {
    return status >= CLIENT_ERRORS && status < SERVER_ERRORS
        ? new Answer.Refused(SendCode.AGENCY_STATUS.code())
        : new Answer.Unknown(SendCode.AGENCY_STATUS.code());
  }

  private static boolean beforeAnyByte(Exception failure) {
    return find(failure, ConnectException.class).isPresent()
        || find(failure, HttpConnectTimeoutException.class).isPresent()
        || find(failure, NoRouteToHostException.class).isPresent()
        || find(failure, UnknownHostException.class).isPresent();
  }

  private static boolean wrongIdentity(Exception failure) {
    return find(failure, SSLHandshakeException.class).isPresent()
        || find(failure, SSLPeerUnverifiedException.class).isPresent()
        || find(failure, CertificateException.class).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
