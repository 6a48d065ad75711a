// Two JSON values side by side, one line for each value in them, so that a person sees what would be different.
import { isPem } from './certificate';
import { isObject, type Json } from './json';
import { words } from './words';

/** One value: where it stands, and how it reads on either side; `undefined` where it is not there. */
export interface Line {
  path: string[];
  now: string | undefined;
  next: string | undefined;
}

interface Leaf {
  path: string[];
  text: string;
}

/** Every value of both, in the order of `next`; what is only in `now` comes last. */
export function sideBySide(now: Json | undefined, next: Json | undefined): Line[] {
  const before = leaves(now);
  const after = leaves(next);
  const lines: Line[] = [];
  for (const [key, leaf] of after) {
    lines.push({ path: leaf.path, now: before.get(key)?.text, next: leaf.text });
  }
  for (const [key, leaf] of before) {
    if (!after.has(key)) lines.push({ path: leaf.path, now: leaf.text, next: undefined });
  }
  return lines;
}

/** Whether both sides differ there. */
export function differs(line: Line): boolean {
  return line.now !== line.next;
}

/** The lines under one heading each, in the order in which the headings come first. */
export function groups(lines: Line[]): { heading: string[]; lines: Line[] }[] {
  const found = new Map<string, { heading: string[]; lines: Line[] }>();
  for (const line of lines) {
    const heading = line.path.slice(0, -1);
    const key = JSON.stringify(heading);
    const group = found.get(key) ?? { heading, lines: [] };
    group.lines.push(line);
    found.set(key, group);
  }
  return [...found.values()];
}

function leaves(value: Json | undefined): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  if (value !== undefined) gather(value, [], [], found);
  return found;
}

/** `key` tells which values of both sides belong together, `path` how a person is told of them. */
function gather(value: Json, key: string[], path: string[], found: Map<string, Leaf>): void {
  if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) gather(member, [...key, name], [...path, name], found);
  } else if (Array.isArray(value) && !value.every(isShort)) {
    value.forEach((element, index) => {
      const name = nameOf(element, index);
      // a certificate is the same one wherever in its list it stands
      if (typeof element === 'string') gather(element, [...key, element], path, found);
      else gather(element, [...key, name], [...path, name], found);
    });
  } else {
    found.set(JSON.stringify(key), { path, text: textOf(value) });
  }
}

function isShort(value: Json): boolean {
  return !isObject(value) && !Array.isArray(value) && !(typeof value === 'string' && isPem(value));
}

function nameOf(element: Json, index: number): string {
  const id = isObject(element) ? (element['id'] ?? element['number']) : undefined;
  return typeof id === 'string' ? id : String(index + 1);
}

function textOf(value: Json): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return words.proposal.none;
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'boolean') return value ? words.proposal.yes : words.proposal.no;
  return String(value);
}
