import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { isPem } from '../certificate';
import { differs, groups, sideBySide, type Line } from '../differences';
import type { Json } from '../json';
import { word, words } from '../words';
import { Pem } from './Pem';

interface Props {
  caption: string;
  /** What stands there now, under its heading; without it there is one column alone. */
  now?: { heading: string; value: Json | undefined };
  next: { heading: string; value: Json | undefined };
}

/** A JSON value as a table with one line a value, beside what is there now; certificates by what tells them apart. */
export function SideBySide({ caption, now, next }: Props) {
  const lines = sideBySide(now?.value, next.value);
  const p = words.proposal;
  return (
    <table className="pf-v6-c-table pf-m-grid-md pf-m-compact" aria-label={caption}>
      <thead className="pf-v6-c-table__thead">
        <tr className="pf-v6-c-table__tr">
          <Head text={p.value} />
          {now && <Head text={now.heading} />}
          <Head text={next.heading} />
          {now && <Head text={p.mark} />}
        </tr>
      </thead>
      {groups(lines).map((group) => (
        <tbody className="pf-v6-c-table__tbody" key={group.heading.join(' ')}>
          {group.heading.length > 0 && (
            <tr className="pf-v6-c-table__tr">
              <th className="pf-v6-c-table__th pf-m-wrap sh-group" scope="rowgroup" colSpan={now ? 4 : 2}>
                {group.heading.map(named).join(' › ')}
              </th>
            </tr>
          )}
          {group.lines.map((line, index) => (
            <Values key={index} line={line} now={now?.heading} next={next.heading} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Head({ text }: { text: string }) {
  return (
    <th className="pf-v6-c-table__th pf-m-wrap" scope="col">
      {text}
    </th>
  );
}

function Values({ line, now, next }: { line: Line; now: string | undefined; next: string }) {
  const p = words.proposal;
  const different = differs(line);
  return (
    <tr className="pf-v6-c-table__tr" data-different={now !== undefined && different}>
      <th className="pf-v6-c-table__th pf-m-wrap" scope="row">
        {named(line.path.at(-1) ?? '')}
      </th>
      {now !== undefined && (
        <td className="pf-v6-c-table__td" data-label={now}>
          <Value text={line.now} />
        </td>
      )}
      <td className="pf-v6-c-table__td" data-label={next}>
        <Value text={line.next} />
      </td>
      {now !== undefined && (
        <td className="pf-v6-c-table__td" data-label={p.mark}>
          {different ? <Label color="orange">{p.differs}</Label> : p.same}
        </td>
      )}
    </tr>
  );
}

function Value({ text }: { text: string | undefined }) {
  if (text === undefined) return <em>{words.proposal.absent}</em>;
  return isPem(text) ? <Pem text={text} /> : <span className="sh-value">{text}</span>;
}

function named(member: string): string {
  return word(words.member, member);
}
