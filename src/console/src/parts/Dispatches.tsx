import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { Dispatch } from '../api';
import { waitingAct } from '../stepup';
import { words } from '../words';
import { Cell, Digest, Row, State, Table, Time } from './Bits';
import { HoldForm } from './HoldForm';
import { ReissueForm } from './ReissueForm';

/** On its way: what becomes of it must be known before it can be reissued. */
const ON_ITS_WAY = new Set(['SENDING', 'UNKNOWN']);
/** Waits or is handed out: it can be held back. */
const HOLDABLE = new Set(['QUEUED', 'AUTHORISED', 'READY', 'AVAILABLE', 'UNKNOWN']);

type How = 'reissue' | 'suspend' | 'resume';

/** What is being done to which dispatch. */
interface Doing {
  how: How;
  id: string;
}

/** What can be done to `dispatch`, as far as this page can tell; the gateway decides. */
function actsOf(dispatch: Dispatch): How[] {
  if (dispatch.supersededBy !== undefined || dispatch.state === 'WITHDRAWN') return [];
  const acts: How[] = ON_ITS_WAY.has(dispatch.state) ? [] : ['reissue'];
  if (HOLDABLE.has(dispatch.state)) acts.push('suspend');
  if (dispatch.state === 'SUSPENDED') acts.push('resume');
  return acts;
}

/** What somebody left for with their second factor, of one of `dispatches`. */
function waitingFor(dispatches: Dispatch[]): Doing | undefined {
  return dispatches
    .flatMap(({ id }) => (['reissue', 'resume'] as const).map((how) => ({ how, id })))
    .find(({ how, id }) => waitingAct() === `${how} ${id}`);
}

interface Props {
  dispatches: Dispatch[];
  mayAct: boolean;
  again: () => void;
}

export function Dispatches({ dispatches, mayAct, again }: Props) {
  const [doing, setDoing] = useState(() => waitingFor(dispatches));
  const [told, setTold] = useState<How>();
  const done = useRef<HTMLParagraphElement>(null);
  // the button that had the focus is gone with the dispatch that it was for
  useEffect(() => {
    if (told !== undefined) done.current?.focus();
  }, [told]);
  const c = words.column;
  if (dispatches.length === 0) return <p>{words.detail.noDispatches}</p>;
  const columns = [c.agency, c.channel, c.state, c.certificate, c.package, c.queued, c.delivered];
  const open = (next: Doing) => {
    setTold(undefined);
    setDoing(next);
  };
  const close = () => {
    setDoing(undefined);
    if (doing) document.getElementById(`${doing.how}-${doing.id}`)?.focus();
  };
  const finish = () => {
    setDoing(undefined);
    setTold(doing?.how);
    again();
  };
  return (
    <>
      <Table caption={words.detail.dispatches} columns={mayAct ? [...columns, c.action] : columns}>
        {dispatches.map((dispatch) => (
          <Row key={dispatch.id}>
            <Cell column={c.agency}>{dispatch.agency}</Cell>
            <Cell column={c.channel}>{dispatch.channel}</Cell>
            <Cell column={c.state}>
              <State state={dispatch.state} />
              {dispatch.heldBack === true && <p>{words.transit.held}</p>}
              {dispatch.supersedes !== undefined && <p>{words.reissue.isReissue}</p>}
              {dispatch.supersededBy !== undefined && <p>{words.reissue.wasReissued}</p>}
            </Cell>
            <Cell column={c.certificate}>
              {dispatch.recipientCertificate === undefined ? '' : <Digest hex={dispatch.recipientCertificate} />}
            </Cell>
            <Cell column={c.package}>
              {dispatch.packageDigest === undefined ? '' : <Digest hex={dispatch.packageDigest} />}
            </Cell>
            <Cell column={c.queued}>
              <Time at={dispatch.queued} />
            </Cell>
            <Cell column={c.delivered}>
              {dispatch.delivered === undefined ? '' : <Time at={dispatch.delivered} />}
            </Cell>
            {mayAct && (
              <Cell column={c.action}>
                {actsOf(dispatch).map((how) => (
                  <Button
                    key={how}
                    id={`${how}-${dispatch.id}`}
                    variant="secondary"
                    aria-expanded={doing?.how === how && doing.id === dispatch.id}
                    onClick={() => open({ how, id: dispatch.id })}
                  >
                    {how === 'reissue' ? words.reissue.open : words.transit[how].open}
                  </Button>
                ))}
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      {doing && <Form key={`${doing.how} ${doing.id}`} doing={doing} close={close} done={finish} />}
      {told !== undefined && (
        <p id={`${told}-done`} role="status" tabIndex={-1} ref={done}>
          {told === 'reissue' ? words.reissue.done : words.transit[told].done}
        </p>
      )}
    </>
  );
}

function Form({ doing, close, done }: { doing: Doing; close: () => void; done: () => void }) {
  return doing.how === 'reissue' ? (
    <ReissueForm id={doing.id} close={close} done={done} />
  ) : (
    <HoldForm id={doing.id} how={doing.how} close={close} done={done} />
  );
}
