// Lists that the gateway gives page by page, as a person wants to see them: whole, or what they are looking for.
import type { Loaded, Page } from './api';

/** How many pages are asked for at most before a person is told that there is more. */
const MOST = 20;

export interface Found<T> {
  items: T[];
  /** Where to look on, if that was not the end. */
  next: string | undefined;
}

interface Search<T> {
  page: (cursor: string | undefined) => Promise<Loaded<Page<T>>>;
  from?: string | undefined;
  keep?: (item: T) => boolean;
  /** How many are enough. */
  enough?: number;
  /** Whether nothing that comes after `item` is looked for. */
  past?: (item: T) => boolean;
}

/** Goes through pages until enough is found, or it is clear that there is nothing more. */
export async function gather<T>(search: Search<T>): Promise<Loaded<Found<T>>> {
  const items: T[] = [];
  let cursor = search.from;
  for (let asked = 0; asked < MOST; asked += 1) {
    const { value } = await search.page(cursor);
    items.push(...value.items.filter(search.keep ?? (() => true)));
    cursor = value.next;
    const last = value.items.at(-1);
    if (last !== undefined && search.past?.(last)) cursor = undefined;
    if (cursor === undefined || items.length >= (search.enough ?? Infinity)) break;
  }
  return { value: { items, next: cursor }, etag: null };
}
