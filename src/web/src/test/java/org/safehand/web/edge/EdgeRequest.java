package org.safehand.web.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safehand.web.problem.Problem;
import org.safehand.web.signin.SignIn;

/** One request, as the container would give it to a filter; of nobody until it is said whose. */
final class EdgeRequest {
  private final String method;
  private final String path;
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private boolean wentOn;

  private EdgeRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static EdgeRequest of(String method, String path) {
    return new EdgeRequest(method, path);
  }

  /** Of a person whom a cookie signs in. */
  EdgeRequest cookie() {
    return signedIn(true);
  }

  /** Of a person whom a token signs in. */
  EdgeRequest bearer() {
    return signedIn(false);
  }

  private EdgeRequest signedIn(boolean browser) {
    SignIn who =
        new SignIn(
            "subject-1",
            "officer1",
            "Officer One",
            Set.of("referral-officer"),
            Optional.empty(),
            List.of(),
            browser ? "safehand-web" : "safehand-cli",
            browser,
            "gold",
            Optional.empty(),
            1_800_000_000,
            Optional.empty());
    attributes.put(SignIn.class.getName(), who);
    return this;
  }

  /** With this header; a dash is none. */
  EdgeRequest header(String name, String value) {
    if (!value.equals("-")) {
      headers.put(name, value);
    }
    return this;
  }

  /** Whether {@code filter} lets it pass; if not, it has answered. */
  boolean through(Filter filter) throws Exception {
    filter.doFilter(request(), response(), (request, response) -> wentOn = true);
    assertThat(wentOn).as("either passes or is answered").isEqualTo(status == 0);
    return wentOn;
  }

  /** The code with which it was answered: that of the document, and the one noted for the audit. */
  String refusal() {
    Problem noted = Problem.takeAnswered(request()).orElseThrow();
    assertThat(status).isEqualTo(noted.status());
    assertThat(body.toString(UTF_8)).contains("\"code\":\"" + noted.code() + "\"");
    return noted.code();
  }

  private HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (proxy, called, arguments) ->
            switch (called.getName()) {
              case "getMethod" -> method;
              case "getRequestURI" -> path;
              case "getHeader" -> headers.get((String) arguments[0]);
              case "getAttribute" -> attributes.get((String) arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              case "removeAttribute" -> attributes.remove((String) arguments[0]);
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (proxy, called, arguments) ->
            switch (called.getName()) {
              case "setStatus" -> {
                status = (int) arguments[0];
                yield null;
              }
              case "getOutputStream" -> new Body();
              case "setHeader", "setContentType", "setContentLength" -> null;
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(EdgeRequest.class.getClassLoader(), new Class<?>[] {type}, answers));
  }

  private final class Body extends ServletOutputStream {
    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("setWriteListener");
    }
  }
}
