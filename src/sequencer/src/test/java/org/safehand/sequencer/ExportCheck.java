package org.safehand.sequencer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.trust.LogTrust;

/** Verifies an export as an auditor does, with trust in one log key. */
final class ExportCheck {
  private ExportCheck() {}

  static VerifiedLog verify(Path folder, LogKey logKey) throws LogException, IOException {
    return LogVerifier.verify(
        folder, new LogTrust(logKey.name(), List.of(logKey.verifierKey()), List.of(), 0));
  }
}
