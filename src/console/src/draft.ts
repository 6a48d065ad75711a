// What a person has typed and not yet sent. It is kept in this tab's storage, so that the end of a session does not lose
// it; signing out clears that storage, and whoever else signs in here finds nothing of it.
import { useState } from 'react';

const KEPT = 'safehand.draft ';
let owner = '';

/** From here on drafts are those of the person `number`; everybody else's are forgotten. */
export function draftsOf(number: string): void {
  owner = number;
  const others = Object.keys(sessionStorage).filter((key) => key.startsWith(KEPT) && !key.startsWith(keyOf('')));
  others.forEach((key) => sessionStorage.removeItem(key));
}

/** Whose drafts they are. */
export function ownerOfDrafts(): string {
  return owner;
}

/** The draft of `name`, if there is one. */
export function readDraft(name: string): string | undefined {
  return sessionStorage.getItem(keyOf(name)) ?? undefined;
}

/** Keeps `text` as the draft of `name`; an empty one is forgotten. */
export function keepDraft(name: string, text: string): void {
  if (text === '') sessionStorage.removeItem(keyOf(name));
  else sessionStorage.setItem(keyOf(name), text);
}

function keyOf(name: string): string {
  // a staff number has no blank, so no person's key begins like another's
  return `${KEPT}${owner} ${name}`;
}

/** A text that outlives the page until it is sent; `name` says of what it is a draft. */
export function useDraft(name: string, otherwise = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(name) ?? otherwise);
  const keep = (next: string) => {
    setText(next);
    keepDraft(name, next);
  };
  return [text, keep];
}

/** The same for a form of several fields; `forget` is for when it was sent. */
export function useDraftForm<T extends object>(name: string, otherwise: T): [T, (form: T) => void, () => void] {
  const [form, setForm] = useState(() => {
    const text = readDraft(name);
    return text === undefined ? otherwise : (JSON.parse(text) as T);
  });
  const keep = (next: T) => {
    setForm(next);
    keepDraft(name, JSON.stringify(next));
  };
  return [form, keep, () => keepDraft(name, '')];
}
