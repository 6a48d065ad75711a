import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import type { CustodyEvent } from '../api';
import { word, words } from '../words';
import { Time } from './Bits';

const COMMITTED = new Set(['published', 'witnessed']);

/** Who did what when, and whether a signed checkpoint of the log commits to it yet. */
export function Timeline({ events }: { events: CustodyEvent[] }) {
  if (events.length === 0) return <p>{words.detail.noCustody}</p>;
  return (
    <ol className="sh-timeline" aria-label={words.detail.custody}>
      {events.map((event) => (
        <li key={event.leafHash} data-event={event.type} data-stage={event.stage}>
          <Time at={event.time} />
          <strong>{event.type}</strong>
          {event.result !== 'done' && ` ${event.result}${event.code === undefined ? '' : `: ${event.code}`}`}{' '}
          {words.detail.by} {event.actor}{' '}
          <Label isCompact color={COMMITTED.has(event.stage) ? 'green' : 'grey'}>
            {word(words.logState, event.stage)}
          </Label>
        </li>
      ))}
    </ol>
  );
}
