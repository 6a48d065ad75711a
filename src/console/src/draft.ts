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

/** The same for a form of several fields; `forget` is for when it was sent. */
export function useDraftForm<T extends object>(key: string, otherwise: T): [T, (form: T) => void, () => void] {
  const [form, setForm] = useState(() => kept<T>(key) ?? otherwise);
  const keep = (next: T) => {
    setForm(next);
    sessionStorage.setItem(KEPT + key, JSON.stringify(next));
  };
  const forget = () => sessionStorage.removeItem(KEPT + key);
  return [form, keep, forget];
}

function kept<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(KEPT + key);
  return text === null ? undefined : (JSON.parse(text) as T);
}
