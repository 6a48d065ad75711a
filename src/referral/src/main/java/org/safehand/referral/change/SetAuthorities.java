package org.safehand.referral.change;

import java.util.List;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.registry.AuthorityJson;
import org.safehand.referral.registry.Registry;
import org.safehand.referral.registry.RegistryEvents;

/**
 * These are the authorities under which recipients stand, and no others.
 *
 * @param authorities all of them
 * @param read the revision of the authorities that was read
 */
public record SetAuthorities(List<CertificateAuthority> authorities, long read)
    implements RegistryChange {
  static final String KIND = "authorities-set";

  /** Copies the list; refuses a revision that nobody can have read. */
  public SetAuthorities {
    authorities = List.copyOf(authorities);
    if (read < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String about() {
    return RegistryEvents.AUTHORITIES;
  }

  @Override
  public long standing(Registry now) {
    return now.authoritiesRevision();
  }

  @Override
  public Registry next(Registry now) {
    return now.with(authorities);
  }

  @Override
  public JsonObject content() {
    return JsonObject.builder()
        .put("kind", KIND)
        .put("authorities", AuthorityJson.of(authorities))
        .put("revision", read)
        .build();
  }
}
