// Small pieces that several pages use.
import type { MouseEvent, ReactNode } from 'react';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner';
import { go } from '../route';
import { word, words } from '../words';

type Colour = 'blue' | 'teal' | 'green' | 'orange' | 'purple' | 'red' | 'grey' | 'yellow';

const COLOUR: Record<string, Colour> = {
  SEALING: 'blue',
  IN_REVIEW: 'purple',
  ENDORSED: 'purple',
  RETURNED: 'orange',
  RELEASED: 'teal',
  SENDING: 'blue',
  UNKNOWN: 'orange',
  DELIVERED: 'green',
  AVAILABLE: 'green',
  SUSPENDED: 'orange',
};

export function State({ state }: { state: string }) {
  return <Label color={COLOUR[state] ?? 'grey'}>{word(words.state, state)}</Label>;
}

export function Digest({ hex }: { hex: string }) {
  return <code className="sh-digest">{hex}</code>;
}

/** A moment in the reader's own time zone, with the exact UTC value for machines. */
export function Time({ at }: { at: string }) {
  const local = new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <time dateTime={at} title={at}>
      {local}
    </time>
  );
}

export function Loading() {
  return <Spinner aria-label={words.loading} />;
}

/** A link between the console's own pages; the browser's ways to open it elsewhere keep working. */
export function Link({ to, current, children }: { to: string; current?: boolean; children: ReactNode }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} {...(current && { 'aria-current': 'page' })}>
      {children}
    </a>
  );
}

/** A table with a caption for those who cannot see where it stands. */
export function Table(props: { caption: string; columns: readonly string[]; children: ReactNode }) {
  return (
    <table className="pf-v6-c-table pf-m-grid-md pf-m-compact" aria-label={props.caption}>
      <thead className="pf-v6-c-table__thead">
        <tr className="pf-v6-c-table__tr">
          {props.columns.map((column) => (
            <th className="pf-v6-c-table__th pf-m-wrap" key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="pf-v6-c-table__tbody">{props.children}</tbody>
    </table>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return <tr className="pf-v6-c-table__tr">{children}</tr>;
}

export function Cell({ column, children }: { column: string; children: ReactNode }) {
  return (
    <td className="pf-v6-c-table__td" data-label={column}>
      {children}
    </td>
  );
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
