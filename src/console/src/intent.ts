// One idempotency key for one intended act: a second click or a retry is the same act.
import { useRef } from 'react';

/**
 * Gives the key of what is about to be sent; the same as long as the same is meant. `begun` is what was meant, and its
 * key, before the page was left for the second factor.
 */
export function useIntentKey(begun?: { meant: object; key: string }): (meant: object) => string {
  const last = useRef(begun && { meant: JSON.stringify(begun.meant), key: begun.key });
  return (meant) => {
    const text = JSON.stringify(meant);
    if (last.current?.meant !== text) last.current = { meant: text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
