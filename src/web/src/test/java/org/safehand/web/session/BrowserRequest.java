package org.safehand.web.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safehand.web.problem.ErrorServlet;
import org.safehand.web.signin.SignIn;

/** Requests of one browser with a session, as the container would give them to a filter. */
final class BrowserRequest {
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, Object> session = new HashMap<>();
  private final Map<String, String> asked = new HashMap<>();
  private final Map<String, String> answered = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;
  private boolean wentOn;
  private boolean invalidated;
  private int idsGiven;

  /** Of the person whose identity is {@code subject} and who proved it at {@code proven}. */
  BrowserRequest(String subject, long proven) {
    signIn(subject, proven);
  }

  void signIn(String subject, long proven) {
    SignIn who =
        new SignIn(
            subject,
            "officer1",
            "Officer One",
            Set.of("referral-officer"),
            Optional.empty(),
            List.of(),
            "safehand-web",
            true,
            "silver",
            Optional.empty(),
            proven,
            Optional.empty());
    attributes.put(SignIn.class.getName(), who);
  }

  void header(String name, String value) {
    asked.put(name, value);
  }

  /** Asks once more; a fault goes to the error page, as {@code web.xml} says. */
  void through(Filter filter) throws Exception {
    wentOn = false;
    status = 200;
    body.reset();
    try {
      filter.doFilter(request(), response(), (request, response) -> wentOn = true);
    } catch (RuntimeException fault) {
      attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 500);
      attributes.put(RequestDispatcher.ERROR_EXCEPTION, fault);
      new ErrorServlet().service(request(), response());
    }
  }

  boolean wentOn() {
    return wentOn;
  }

  boolean invalidated() {
    return invalidated;
  }

  /** How often the session was given another id. */
  int idsGiven() {
    return idsGiven;
  }

  int status() {
    return status;
  }

  String header(String name) {
    return answered.getOrDefault(name, "");
  }

  String body() {
    return body.toString(UTF_8);
  }

  private HttpServletRequest request() {
    return fake(
        HttpServletRequest.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getAttribute" -> attributes.get((String) arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              case "getHeader" -> asked.get((String) arguments[0]);
              case "getSession" -> session();
              case "changeSessionId" -> "session-" + ++idsGiven;
              case "getServletPath" -> "/api";
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private HttpSession session() {
    return fake(
        HttpSession.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getAttribute" -> session.get((String) arguments[0]);
              case "setAttribute" -> session.put((String) arguments[0], arguments[1]);
              case "invalidate" -> {
                invalidated = true;
                yield null;
              }
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getHeader" -> answered.get((String) arguments[0]);
              case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
              case "setStatus" -> {
                status = (int) arguments[0];
                yield null;
              }
              case "getOutputStream" -> new Body();
              case "setContentType", "setContentLength" -> null;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T fake(Class<T> type, InvocationHandler answers) {
    return type.cast(
        Proxy.newProxyInstance(
            BrowserRequest.class.getClassLoader(), new Class<?>[] {type}, answers));
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
