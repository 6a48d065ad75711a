import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import type { Hold } from '../hold';
import { words } from '../words';
import { Time } from './Bits';

/** Whether an agency receives, or since when, by whom and why it is held back. */
export function Held({ hold }: { hold: Hold | undefined }) {
  const w = words.agencies;
  if (hold === undefined) return <Label color="green">{w.receives}</Label>;
  return (
    <>
      <Label color="orange">{w.held}</Label>
      <p>
        <Time at={hold.since} /> {words.detail.by} {hold.by}
      </p>
      <p className="sh-value">{hold.reason}</p>
    </>
  );
}
