package org.safehand.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.web.message.EntityVersion;

/** JSON answers: canonical bytes, and the strong entity tag where the object has versions. */
final class Answers {
  private Answers() {}

  static Response ok(JsonObject json) {
    return with(200, json).build();
  }

  static Response ok(JsonObject json, long version) {
    return with(200, json).header(HttpHeaders.ETAG, EntityVersion.tag(version)).build();
  }

  static Response created(String location, JsonObject json, long version) {
    return with(201, json)
        .location(URI.create(location))
        .header(HttpHeaders.ETAG, EntityVersion.tag(version))
        .build();
  }

  static Response accepted(String location, JsonObject json, long version) {
    return with(202, json)
        .location(URI.create(location))
        .header(HttpHeaders.ETAG, EntityVersion.tag(version))
        .build();
  }

  static Response.ResponseBuilder with(int status, JsonObject json) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Jcs.write(json));
  }
}
