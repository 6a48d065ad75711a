// What a person has typed and not yet sent. It is kept in this tab's storage, so that the end of a session does not lose
// it; signing out clears that storage.
import { useState } from 'react';

const KEPT = 'safehand.draft ';

/** A text that outlives the page until it is sent; `key` says of what it is a draft. */
export function useDraft(key: string, otherwise = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(KEPT + key) ?? otherwise);
  const keep = (next: string) => {
    setText(next);
    if (next === '') sessionStorage.removeItem(KEPT + key);
    else sessionStorage.setItem(KEPT + key, next);
  };
  return [text, keep];
}
