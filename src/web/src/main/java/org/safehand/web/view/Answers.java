package org.safehand.web.view;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.web.message.EntityVersion;

/** JSON answers: canonical bytes, and the strong entity tag where the object has versions. */
public final class Answers {
  private Answers() {}

  public static Response ok(JsonObject json) {
    return with(200, json).build();
  }

  public static Response ok(JsonObject json, long version) {
    return with(200, json).header(HttpHeaders.ETAG, EntityVersion.tag(version)).build();
  }

  public static Response created(String location, JsonObject json, long version) {
    return with(201, json)
        .location(URI.create(location))
        .header(HttpHeaders.ETAG, EntityVersion.tag(version))
        .build();
  }

  public static Response accepted(String location, JsonObject json, long version) {
    return with(202, json)
        .location(URI.create(location))
        .header(HttpHeaders.ETAG, EntityVersion.tag(version))
        .build();
  }

  public static Response.ResponseBuilder with(int status, JsonObject json) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Jcs.write(json));
  }
}
