// JSON as values, and its one canonical spelling.
export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** Whether it is an object with members. */
export function isObject(value: Json | undefined): value is { [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The canonical form of RFC 8785: members in the order of their UTF-16 code units, nothing between. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 in lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of the canonical form in UTF-8: what a second person names. */
export function digestOf(value: Json): Promise<string> {
  return sha256(new TextEncoder().encode(canonical(value)));
}
