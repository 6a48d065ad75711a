package org.safehand.systemtests.access;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;

/**
 * One way into the API, and what is sent there: a request that is refused for who asks, for what it
 * asks wrongly on purpose, or not at all.
 *
 * @param path as the contract writes it, below {@link #API}
 * @param operation what a denial says that was asked for
 * @param wrong the code with which whoever may is refused; empty where nothing is asked wrongly
 */
record Door(String method, String path, String operation, String wrong, Content content) {
  static final String API = "/api/v1";

  /** Puts into a request what belongs there. */
  @FunctionalInterface
  interface Content {
    BodyPublisher into(HttpRequest.Builder request, Asked of) throws IOException;
  }

  /** What a request says. */
  @FunctionalInterface
  interface Body {
    String of(Asked asked) throws IOException;
  }

  private static final Content NOTHING = (request, of) -> BodyPublishers.noBody();

  static Door get(String path) {
    return bare("GET", path);
  }

  /** Without a body. */
  static Door bare(String method, String path) {
    return new Door(method, path, "", "", NOTHING);
  }

  static Door json(String method, String path, Body body) {
    return new Door(
        method,
        path,
        "",
        "",
        (request, of) -> {
          request
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", UUID.randomUUID().toString());
          return BodyPublishers.ofString(body.of(of));
        });
  }

  /** Asks for {@code name} of the authorization table. */
  Door asks(String name) {
    return new Door(method, path, name, wrong, content);
  }

  /** Is refused with {@code code} to whoever may. */
  Door wrongly(String code) {
    return new Door(method, path, operation, code, content);
  }

  /** As the contract names it. */
  String named() {
    return method + " " + API + path;
  }

  Answer ask(Api who, Asked of) throws IOException, InterruptedException {
    return who.send(request(who, of));
  }

  /** The request, for the version that was read where something is to be changed. */
  HttpRequest.Builder request(Api who, Asked of) throws IOException {
    HttpRequest.Builder request = who.to(API + filled(of)).setHeader("Accept", "*/*");
    String tag = path.startsWith("/referrals/") ? of.caseTag() : of.partTag();
    if (!method.equals("GET") && !tag.isEmpty()) {
      request.header("If-Match", tag);
    }
    return request.method(method, content.into(request, of));
  }

  private String filled(Asked of) {
    return path.replace("{id}", path.startsWith("/referrals/") ? of.referral() : of.part())
        .replace("{extractId}", of.part())
        .replace("{number}", path.startsWith("/people/") ? of.part() : "1");
  }
}
