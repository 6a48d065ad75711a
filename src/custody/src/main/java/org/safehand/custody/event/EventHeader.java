package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.provenance.Basis;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.custody.provenance.Instrument;
import org.safehand.custody.provenance.Occasion;
import org.safehand.custody.provenance.Outcome;
import org.safehand.custody.provenance.Principal;

/**
 * Who did what, when, why, to which object, with which digests. Names of persons stand in {@link
 * EventDetail} only.
 *
 * <p>The end of the occasion, cut to the second, is the time that the leaf shows in clear.
 */
public final class EventHeader {
  private static final long VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "actor",
          "basis",
          "counterparty",
          "event",
          "exhibit",
          "facts",
          "instrument",
          "occasion",
          "outcome",
          "secondApprover",
          "type",
          "v");

  private final UUID eventId;
  private final EventType type;
  private final Occasion occasion;
  private final Principal actor;
  private final Instrument instrument;
  private final Outcome outcome;
  private final @Nullable Principal secondApprover;
  private final @Nullable ExhibitFacts exhibit;
  private final @Nullable Counterparty counterparty;
  private final @Nullable Basis basis;
  private final SortedMap<String, String> facts;

  private EventHeader(Builder builder) {
    eventId = builder.eventId;
    type = builder.type;
    occasion = requireNonNull(builder.occasion, "occasion is null");
    actor = requireNonNull(builder.actor, "actor is null");
    instrument = requireNonNull(builder.instrument, "instrument is null");
    outcome = builder.outcome;
    secondApprover = builder.secondApprover;
    exhibit = builder.exhibit;
    counterparty = builder.counterparty;
    basis = builder.basis;
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(builder.facts));
  }

  /** A header in the making; occasion, actor and instrument must follow. */
  public static Builder builder(UUID eventId, EventType type) {
    return new Builder(eventId, type);
  }

  public UUID eventId() {
    return eventId;
  }

  public EventType type() {
    return type;
  }

  public Occasion occasion() {
    return occasion;
  }

  /** The end of the occasion. */
  public Instant time() {
    return occasion.end();
  }

  public Principal actor() {
    return actor;
  }

  public Instrument instrument() {
    return instrument;
  }

  public Outcome outcome() {
    return outcome;
  }

  public Optional<Principal> secondApprover() {
    return Optional.ofNullable(secondApprover);
  }

  public Optional<ExhibitFacts> exhibit() {
    return Optional.ofNullable(exhibit);
  }

  public Optional<Counterparty> counterparty() {
    return Optional.ofNullable(counterparty);
  }

  public Optional<Basis> basis() {
    return Optional.ofNullable(basis);
  }

  /** Ids and digests that belong to this type of event, for example {@code sealDigest}. */
  public Map<String, String> facts() {
    return facts;
  }

  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  public JsonObject toJson() {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("actor", actor.toJson())
            .put("event", eventId.toString())
            .put("instrument", instrument.toJson())
            .put("occasion", occasion.toJson())
            .put("outcome", outcome.toJson())
            .put("type", type.wire())
            .put("v", VERSION);
    secondApprover().ifPresent(value -> json.put("secondApprover", value.toJson()));
    exhibit().ifPresent(value -> json.put("exhibit", value.toJson()));
    counterparty().ifPresent(value -> json.put("counterparty", value.toJson()));
    basis().ifPresent(value -> json.put("basis", value.toJson()));
    if (!facts.isEmpty()) {
      JsonObjectBuilder members = JsonObject.builder();
      facts.forEach(members::put);
      json.put("facts", members.build());
    }
    return json.build();
  }

  public static EventHeader fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    if (json.integer("v") != VERSION) {
      throw json.fault("v", "unknown version");
    }
    EventType type =
        EventType.ofWire(json.string("type"))
            .orElseThrow(() -> json.fault("type", "unknown type of event"));
    Builder builder =
        builder(Identifiers.uuid(json, "event"), type)
            .occasion(Occasion.fromJson(json.object("occasion")))
            .actor(Principal.fromJson(json.object("actor")))
            .instrument(Instrument.fromJson(json.object("instrument")))
            .outcome(Outcome.fromJson(json.object("outcome")));
    readOptional(json, builder);
    return builder.build();
  }

  private static void readOptional(JsonObject json, Builder builder) throws JsonException {
    if (json.has("secondApprover")) {
      builder.secondApprover(Principal.fromJson(json.object("secondApprover")));
    }
    if (json.has("exhibit")) {
      builder.exhibit(ExhibitFacts.fromJson(json.object("exhibit")));
    }
    if (json.has("counterparty")) {
      builder.counterparty(Counterparty.fromJson(json.object("counterparty")));
    }
    if (json.has("basis")) {
      builder.basis(Basis.fromJson(json.object("basis")));
    }
    if (json.has("facts")) {
      JsonObject facts = json.object("facts");
      if (facts.members().isEmpty()) {
        throw json.fault("facts", "empty");
      }
      for (String name : facts.members().keySet()) {
        builder.fact(name, facts.string(name));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventHeader that && toJson().equals(that.toJson());
  }

  @Override
  public int hashCode() {
    return eventId.hashCode();
  }

  @Override
  public String toString() {
    return type.wire() + " " + eventId;
  }

  /** Collects a header; what is not set is absent. The outcome is {@code done} unless set. */
  public static final class Builder {
    private final UUID eventId;
    private final EventType type;
    private Outcome outcome = Outcome.done();
    private @Nullable Occasion occasion;
    private @Nullable Principal actor;
    private @Nullable Instrument instrument;
    private @Nullable Principal secondApprover;
    private @Nullable ExhibitFacts exhibit;
    private @Nullable Counterparty counterparty;
    private @Nullable Basis basis;
    private final SortedMap<String, String> facts = new TreeMap<>();

    private Builder(UUID eventId, EventType type) {
      this.eventId = requireNonNull(eventId, "eventId is null");
      this.type = requireNonNull(type, "type is null");
    }

    public Builder occasion(Occasion value) {
      occasion = requireNonNull(value, "occasion is null");
      return this;
    }

    public Builder actor(Principal value) {
      actor = requireNonNull(value, "actor is null");
      return this;
    }

    public Builder instrument(Instrument value) {
      instrument = requireNonNull(value, "instrument is null");
      return this;
    }

    public Builder outcome(Outcome value) {
      outcome = requireNonNull(value, "outcome is null");
      return this;
    }

    public Builder secondApprover(Principal value) {
      secondApprover = requireNonNull(value, "secondApprover is null");
      return this;
    }

    public Builder exhibit(ExhibitFacts value) {
      exhibit = requireNonNull(value, "exhibit is null");
      return this;
    }

    public Builder counterparty(Counterparty value) {
      counterparty = requireNonNull(value, "counterparty is null");
      return this;
    }

    public Builder basis(Basis value) {
      basis = requireNonNull(value, "basis is null");
      return this;
    }

    /** An id or other short text; a name that is set twice is a bug. */
    public Builder fact(String name, String value) {
      requireNonNull(name, "name is null");
      requireNonNull(value, "value is null");
      if (facts.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("fact " + name + " was set twice");
      }
      return this;
    }

    /** A digest, in hexadecimal. */
    public Builder fact(String name, Digest value) {
      return fact(name, value.hex());
    }

    public EventHeader build() {
      return new EventHeader(this);
    }
  }
}
