package org.safehand.referral.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.access.Actor;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.journal.Journal;

/**
 * Events about where agencies receive. Each names the digest of the document that stands there from
 * now on, and by JSON pointers (RFC 6901) what in it is not as it was.
 */
public final class RegistryEvents {
  /** What events and proposals name the authorities. */
  public static final String AUTHORITIES = "authorities";

  private static final JsonValue NOTHING = new JsonString("");

  private final Journal journal;

  /** Headers are {@code journal}'s. */
  public RegistryEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** A header that says what is changed of the agency {@code id} from {@code before} to next. */
  public EventHeader.Builder changed(Actor actor, AgencyId id, Registry before, Registry next) {
    return header(actor, id.value(), next.revision(), document(before, id), document(next, id));
  }

  /** A header that says what is changed of the authorities. */
  public EventHeader.Builder changedAuthorities(Actor actor, Registry before, Registry next) {
    return header(
        actor,
        AUTHORITIES,
        next.revision(),
        AuthorityJson.of(before.authorities()),
        AuthorityJson.of(next.authorities()));
  }

  EventHeader.Builder first(Actor actor, Agency agency) {
    return header(actor, agency.id().value(), 1, NOTHING, AgencyJson.of(agency));
  }

  EventHeader.Builder first(Actor actor, List<CertificateAuthority> authorities) {
    return header(actor, AUTHORITIES, 1, NOTHING, AuthorityJson.of(authorities));
  }

  private EventHeader.Builder header(
      Actor actor, String subject, long revision, JsonValue before, JsonValue after) {
    Set<String> changed = new TreeSet<>();
    compare(before, after, "", changed);
    EventHeader.Builder header =
        journal
            .event(EventType.ENDPOINT_CHANGED, actor)
            .fact("subject", subject)
            .fact("revision", Long.toString(revision))
            .fact("changed", changed.contains("") ? "all" : String.join(" ", changed));
    return after.equals(NOTHING)
        ? header.fact("removed", "true")
        : header.fact("sha256", Digest.of(Jcs.write(after)));
  }

  private static JsonValue document(Registry registry, AgencyId id) {
    return registry
        .agency(id)
        .<JsonValue>map(entry -> AgencyJson.of(entry.agency()))
        .orElse(NOTHING);
  }

  private static void compare(JsonValue before, JsonValue after, String at, Set<String> changed) {
    if (before instanceof JsonObject was && after instanceof JsonObject is) {
      Set<String> names = new TreeSet<>(was.members().keySet());
      names.addAll(is.members().keySet());
      for (String name : names) {
        compare(
            was.find(name).orElse(NOTHING),
            is.find(name).orElse(NOTHING),
            at + "/" + name,
            changed);
      }
    } else if (before instanceof JsonArray was && after instanceof JsonArray is) {
      int size = Math.max(was.elements().size(), is.elements().size());
      IntStream.range(0, size)
          .forEach(i -> compare(element(was, i), element(is, i), at + "/" + i, changed));
    } else if (!before.equals(after)) {
      changed.add(at);
    }
  }

  private static JsonValue element(JsonArray array, int i) {
    return i < array.elements().size() ? array.elements().get(i) : NOTHING;
  }
}
