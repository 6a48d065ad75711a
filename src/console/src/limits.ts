// How much text the gateway takes, in characters.

/** A reason or a purpose in one line. */
export const LINE = 200;

/** A reason or a finding in several lines. */
export const TEXT = 3000;
