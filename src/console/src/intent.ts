// One idempotency key for one intended act: a second click or a retry is the same act.
import { useRef } from 'react';

/** Gives the key of what is about to be sent; the same as long as the same is meant. */
export function useIntentKey(): (meant: object) => string {
  const last = useRef<{ meant: string; key: string }>(undefined);
  return (meant) => {
    const text = JSON.stringify(meant);
    if (last.current?.meant !== text) last.current = { meant: text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
