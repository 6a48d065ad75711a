package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import javax.net.ssl.SSLSocket;

/** An upload whose connection breaks half-way, which an HTTP client would not do on purpose. */
final class TruncatedUpload {
  private TruncatedUpload() {}

  /** Announces the whole sample, sends its first {@code bytes} bytes and closes the connection. */
  static void send(HttpRequest request, Sample sample, int bytes) throws IOException {
    URI uri = request.uri();
    try (SSLSocket socket =
        (SSLSocket)
            RunningGateway.get()
                .tls()
                .getSocketFactory()
                .createSocket(uri.getHost(), uri.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(request, sample).getBytes(US_ASCII));
      try (InputStream in = sample.content().get()) {
        out.write(in.readNBytes(bytes));
      }
      out.flush();
    }
  }

  private static String head(HttpRequest request, Sample sample) {
    StringBuilder head =
        new StringBuilder("POST " + request.uri().getRawPath() + " HTTP/1.1\r\n")
            .append("Host: " + request.uri().getAuthority() + "\r\n")
            .append("Content-Length: " + sample.size() + "\r\n");
    request
        .headers()
        .map()
        .forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
    return head.append("\r\n").toString();
  }
}
