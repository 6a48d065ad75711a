package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

/** What a use case hands over to be recorded; its place in the chain is given at recording. */
public record CustodyEvent(EventHeader header, EventDetail detail) {
  public CustodyEvent {
    requireNonNull(header, "header is null");
    requireNonNull(detail, "detail is null");
  }

  /** An event whose header says everything. */
  public static CustodyEvent of(EventHeader header) {
    return new CustodyEvent(header, EventDetail.none());
  }
}
