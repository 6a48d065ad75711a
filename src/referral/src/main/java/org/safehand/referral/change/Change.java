package org.safehand.referral.change;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;

/** Something that one person proposes and another decides. */
public sealed interface Change permits PersonChange, RegistryChange, SetSettings {
  /** What kind, for example {@code person-create}. */
  String kind();

  /** Whom or what it is about, in few words; stands in events. */
  String about();

  /** The operation of the authorization table under which it is proposed, decided and read. */
  Operation operation();

  /** All that it says; {@link ChangeDocument} reads it back. */
  JsonObject content();

  /** The fingerprint that the second person names as well, as they were told it themselves. */
  default Optional<Digest> confirmed() {
    return Optional.empty();
  }

  /** SHA-256 of the canonical form of {@link #content}: what was read is what is approved. */
  default Digest digest() {
    return Digest.of(Jcs.write(content()));
  }
}
