package org.safehand.referral.settings;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.journal.Journal;

/** Events about the settings: each changed one as it was and as it is, and the digest of all. */
public final class SettingsEvents {
  /** What events and proposals name the settings. */
  public static final String SUBJECT = "settings";

  private final Journal journal;

  /** Headers are {@code journal}'s. */
  public SettingsEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** A header that says what is changed from {@code before} to {@code next}. */
  public EventHeader.Builder changed(Actor actor, NumberedSettings before, NumberedSettings next) {
    List<Setting> changed =
        Arrays.stream(Setting.values())
            .filter(each -> before.settings().of(each) != next.settings().of(each))
            .toList();
    return journal
        .event(EventType.POLICY_CHANGED, actor)
        .fact("subject", SUBJECT)
        .fact("revision", Long.toString(next.revision()))
        .fact("before", words(changed, before.settings()))
        .fact("after", words(changed, next.settings()))
        .fact("sha256", Digest.of(SettingsJson.canonical(next.settings())));
  }

  private static String words(List<Setting> changed, Settings settings) {
    return changed.stream()
        .map(each -> each.wire() + "=" + settings.of(each))
        .collect(Collectors.joining(" "));
  }
}
