package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * An event with its place in the chain of its case, its salts and the leaf that commits to all
 * three parts.
 *
 * <p>There is no such value whose leaf does not open to its parts: {@link #open} refuses it.
 */
public record RecordedEvent(EventLink link, CustodyEvent event, LeafSalts salts, BlindLeaf leaf) {
  private static final Set<String> MEMBERS = Set.of("detail", "header", "link", "salts", "v");
  private static final long VERSION = 1;

  public RecordedEvent {
    requireNonNull(link, "link is null");
    requireNonNull(event, "event is null");
    requireNonNull(salts, "salts is null");
    requireNonNull(leaf, "leaf is null");
    if (!leaf.opensTo(link, salts.link())
        || !leaf.opensTo(event.header(), salts.header())
        || !leaf.opensTo(event.detail(), salts.detail())) {
      throw new IllegalArgumentException("the leaf does not commit to the event");
    }
  }

  /** Link, header, detail and salts as canonical JSON: what is stored, encrypted. */
  public byte[] body() {
    return Jcs.write(
        JsonObject.builder()
            .put("detail", event.detail().toJson())
            .put("header", event.header().toJson())
            .put("link", link.toJson())
            .put("salts", salts.toJson())
            .put("v", VERSION)
            .build());
  }

  /**
   * The event whose {@link #body} is {@code body} and that {@code leaf} commits to.
   *
   * @throws JsonException if the body is not canonical, or the leaf does not commit to a part of it
   */
  public static RecordedEvent open(byte[] body, BlindLeaf leaf) throws JsonException {
    JsonObject json = Jcs.readObject(body);
    json.requireOnly(MEMBERS);
    if (json.integer("v") != VERSION) {
      throw json.fault("v", "unknown version");
    }
    EventLink link = EventLink.fromJson(json.object("link"));
    EventHeader header = EventHeader.fromJson(json.object("header"));
    EventDetail detail = EventDetail.fromJson(json.object("detail"));
    LeafSalts salts = LeafSalts.fromJson(json.object("salts"));
    requireOpened(leaf.opensTo(link, salts.link()), json, "link");
    requireOpened(leaf.opensTo(header, salts.header()), json, "header");
    requireOpened(leaf.opensTo(detail, salts.detail()), json, "detail");
    return new RecordedEvent(link, new CustodyEvent(header, detail), salts, leaf);
  }

  private static void requireOpened(boolean opened, JsonObject json, String part)
      throws JsonException {
    if (!opened) {
      throw json.fault(part, "the leaf does not commit to it");
    }
  }
}
