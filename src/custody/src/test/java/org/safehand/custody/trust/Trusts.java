package org.safehand.custody.trust;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.timestamp.TestAuthority;

/** Trust of tests: one log key, and an authority whose certificates fill the rest. */
public final class Trusts {
  public static final TestAuthority AUTHORITY = new TestAuthority();

  private Trusts() {}

  /** The authority whose time-stamps are trusted. */
  public static TestAuthority authority() {
    return AUTHORITY;
  }

  public static Trust of(LogKey logKey) {
    return of(new LogTrust(logKey.name(), List.of(logKey.verifierKey()), List.of(), 0), AUTHORITY);
  }

  public static Trust of(LogTrust log, TestAuthority authority) {
    return new Trust(
        log,
        List.of(
            new SealerTrust(
                "hotline.example",
                Digest.of(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2036-01-01T00:00:00Z"))),
        List.of(authority.root()),
        List.of(authority.intermediate(), authority.root()),
        List.of(new TsaTrust(authority.certificateSha256(), Set.of(TestAuthority.POLICY))));
  }
}
