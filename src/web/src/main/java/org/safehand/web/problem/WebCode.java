package org.safehand.web.problem;

/** The codes of the web face itself: what is wrong with a request before any use case is asked. */
public enum WebCode {
  /** Nobody is signed in. */
  UNAUTHENTICATED("unauthenticated", 401, "Sign-in needed"),
  /**
   * The session reached its idle or absolute limit, or another sign-in of the same person ended it.
   */
  SESSION_ENDED("session-ended", 401, "The session ended"),
  /** The token was issued to a client that this gateway does not admit. */
  CLIENT_NOT_ADMITTED("client-not-admitted", 401, "Client not admitted"),
  /** The person signed in without a second factor. */
  SECOND_FACTOR_MISSING("second-factor-missing", 401, "Signed in without a second factor"),
  /** A token that is bound to a certificate was shown where no certificate is. */
  TOKEN_BOUND("token-bound", 401, "The token is for the machine door"),
  /** A token that is bound to no certificate was shown at the machine door. */
  TOKEN_NOT_BOUND("token-not-bound", 401, "The token is bound to no certificate"),
  /** The token is bound to another certificate than the connection's. */
  CERTIFICATE_MISMATCH("certificate-mismatch", 401, "The token is bound to another certificate"),
  /** The endpoint registry does not have the certificate for machines of the token's agency. */
  CERTIFICATE_NOT_PINNED("certificate-not-pinned", 401, "No certificate of the agency's machines"),
  /** The connection's certificate is revoked, expired, or of no registered authority. */
  CERTIFICATE_NOT_VALID("certificate-not-valid", 401, "The certificate does not hold"),
  /** No list that holds now says whether the connection's certificate is revoked. */
  CERTIFICATE_STANDING_UNKNOWN(
      "certificate-standing-unknown", 503, "Whether the certificate is revoked is not known now"),
  /** At the machine door there is the API and nothing else. */
  NOT_AT_THE_MACHINE_DOOR("not-at-the-machine-door", 404, "Not served to machines"),
  /** A token was put into the URL. */
  TOKEN_IN_URL("token-in-url", 400, "A token in the URL is never accepted"),
  /** The request was made by another site. */
  CROSS_SITE("cross-site", 403, "Another site made the request"),
  /** A cookie request that changes something came without the proof that our own page made it. */
  CSRF("csrf", 403, "Not proven to come from our own page"),
  /** The request needs a right that the signed-in actor does not have, and no case is concerned. */
  FORBIDDEN("forbidden", 403, "Not allowed"),
  /** The endpoint names no operation of the authorization matrix, so nobody may use it. */
  OPERATION_UNNAMED("operation-unnamed", 403, "No operation is named for this endpoint"),
  /** Nothing is here for the caller. */
  NOT_FOUND("not-found", 404, "Not found"),
  /** The resource is here, the method is not. */
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
  /** None of the accepted media types can be answered. */
  NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
  /** The body is of a media type that the endpoint does not take. */
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
  /** The body is larger than the endpoint takes. */
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
  /** The body ended before its Content-Length, or its chunks are broken. */
  BODY_TRUNCATED("body-truncated", 400, "The body ended early"),
  /** The request as a whole cannot be understood. */
  BAD_REQUEST("bad-request", 400, "The request cannot be understood"),
  /** The body is not strict JSON, or not an object. */
  JSON_MALFORMED("json-malformed", 400, "The body is not valid JSON"),
  /** A field is unknown, missing or of the wrong type. */
  JSON_FIELD("json-field", 422, "A field of the body is wrong"),
  /** The path, a query parameter or a header is not written as the contract says. */
  PARAMETER_MALFORMED("parameter-malformed", 400, "A parameter is malformed"),
  /** Idempotency-Key is missing. */
  IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "Idempotency-Key is required"),
  /** If-Match is missing. */
  PRECONDITION_REQUIRED("precondition-required", 428, "If-Match is required"),
  /** The object changed since the ETag in If-Match was given. */
  PRECONDITION_FAILED("precondition-failed", 412, "The object has changed"),
  /** Content-Digest is missing, or has no sha-256 member. */
  CONTENT_DIGEST_MISSING("content-digest-missing", 400, "Content-Digest with sha-256 is required"),
  /** Content-Disposition with a file name is missing. */
  FILE_NAME_MISSING("file-name-missing", 400, "Content-Disposition with a file name is required"),
  /** The bytes asked for are not in the package. */
  RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "The range cannot be satisfied"),
  /** This node does not serve staff and liaisons. */
  FACE_OFF("face-off", 404, "Not served here"),
  /** A fault of the gateway; the trace id finds it in the log. */
  INTERNAL("internal", 500, "A fault of the gateway"),
  /** Something the gateway needs does not answer now. */
  UNAVAILABLE("unavailable", 503, "Not available now");

  private final String wire;
  private final int status;
  private final String title;

  WebCode(String wire, int status, String title) {
    this.wire = wire;
    this.status = status;
    this.title = title;
  }

  /** As it stands in {@code code}. */
  public String wire() {
    return wire;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One line for people. */
  public String title() {
    return title;
  }

  /** What the container means by a bare {@code status}. */
  public static WebCode ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 412 -> PRECONDITION_FAILED;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 416 -> RANGE_NOT_SATISFIABLE;
      case 503 -> UNAVAILABLE;
      default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
    };
  }
}
