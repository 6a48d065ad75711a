// How much text the gateway takes, in characters.

/** A reason or a purpose that stands in the custody log. */
export const LINE = 200;

/** A reason or a finding that stands beside what it is about. */
export const TEXT = 3000;
