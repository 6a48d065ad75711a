package org.safehand.systemtests.tamper.observer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.systemtests.tamper.scene.RecordedLog;

/**
 * The sequencer's process, started on the database as it is. What it does to the database must be
 * undone afterwards.
 */
public final class SequencerObserver implements Observer {
  private static final Pattern ALARM =
      Pattern.compile("(?:ALARM |.*refuses to serve: )(?:([a-z-]+): )?(.*)");

  private final RecordedLog log;
  private final byte[] head;

  /**
   * @param head what its head file holds
   */
  public SequencerObserver(RecordedLog log, byte[] head) {
    this.log = requireNonNull(log, "log is null");
    this.head = head.clone();
  }

  @Override
  public String name() {
    return "sequencer";
  }

  @Override
  public Optional<Sighting> look() throws Exception {
    return log.sequencerAlarm(head).map(SequencerObserver::sighting);
  }

  private static Sighting sighting(String line) {
    Matcher alarm = ALARM.matcher(line);
    if (!alarm.matches()) {
      throw new IllegalArgumentException(line);
    }
    return new Sighting(
        Optional.ofNullable(alarm.group(1)).orElse("log-stands-still"), alarm.group(2));
  }
}
