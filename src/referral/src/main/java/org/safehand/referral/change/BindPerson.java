package org.safehand.referral.change;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.BindingJson;

/**
 * A person gets name, roles and place: one who is new, or one who was there, also one who was not
 * active any more.
 *
 * @param next as they are afterwards
 */
public record BindPerson(Binding next) implements PersonChange {
  static final String CREATE = "person-create";
  static final String CHANGE = "person-change";

  /** Refuses null, and somebody who is not active. */
  public BindPerson {
    requireNonNull(next, "next is null");
    if (!next.active()) {
      throw new IllegalArgumentException("whoever is bound is active");
    }
  }

  @Override
  public String kind() {
    return read() == 0 ? CREATE : CHANGE;
  }

  @Override
  public StaffNumber subject() {
    return next.number();
  }

  @Override
  public long read() {
    return next.revision() - 1;
  }

  @Override
  public JsonObject content() {
    JsonObjectBuilder json =
        JsonObject.builder().put("kind", kind()).put("person", BindingJson.of(next));
    return read() == 0 ? json.build() : json.put("revision", read()).build();
  }
}
