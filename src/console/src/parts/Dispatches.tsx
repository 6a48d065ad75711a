import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { Dispatch, Me } from '../api';
import { isHandedTo } from '../rights';
import { waitingAct } from '../stepup';
import { words } from '../words';
import { Cell, Digest, Row, State, Table, Time } from './Bits';
import { FetchForm } from './FetchForm';
import { HoldForm } from './HoldForm';
import { ReissueForm } from './ReissueForm';

/** On its way: what becomes of it must be known before it can be reissued. */
const ON_ITS_WAY = new Set(['SENDING', 'UNKNOWN']);
/** Waits or is handed out: it can be held back. */
const HOLDABLE = new Set(['QUEUED', 'AUTHORISED', 'READY', 'AVAILABLE', 'UNKNOWN']);

/** What a supervisor does to a dispatch. */
type Act = 'reissue' | 'suspend' | 'resume';
type How = Act | 'fetch';

/** What is being done to which dispatch. */
interface Doing {
  how: How;
  id: string;
}

/** What a supervisor of the unit can do to `dispatch`, as far as this page can tell; the gateway decides. */
function actsOf(dispatch: Dispatch): Act[] {
  if (dispatch.supersededBy !== undefined || dispatch.state === 'WITHDRAWN') return [];
  const acts: Act[] = ON_ITS_WAY.has(dispatch.state) ? [] : ['reissue'];
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
  me: Me;
  dispatches: Dispatch[];
  /** Whether `me` supervises the unit whose they are. */
  mayAct: boolean;
  again: () => void;
}

export function Dispatches({ me, dispatches, mayAct, again }: Props) {
  const [doing, setDoing] = useState(() => waitingFor(dispatches));
  const [told, setTold] = useState<Act>();
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
  const finish = (how: Act) => {
    setDoing(undefined);
    setTold(how);
    again();
  };
  const isHandedOut = (dispatch: Dispatch) => isHandedTo(me, dispatch) && dispatch.heldBack !== true;
  const offered = (dispatch: Dispatch): How[] => [
    ...(mayAct ? actsOf(dispatch) : []),
    ...(isHandedOut(dispatch) ? (['fetch'] as const) : []),
  ];
  const acts = mayAct || dispatches.some(isHandedOut);
  const chosen = dispatches.find(({ id }) => id === doing?.id);
  return (
    <>
      <Table caption={words.detail.dispatches} columns={acts ? [...columns, c.action] : columns}>
        {dispatches.map((dispatch) => (
          <Row key={dispatch.id}>
            <Cell column={c.agency}>{dispatch.agency}</Cell>
            <Cell column={c.channel}>{dispatch.channel}</Cell>
            <Cell column={c.state}>
              <State state={dispatch.state} />
              {dispatch.heldBack === true && <p>{isHandedTo(me, dispatch) ? words.transit.heldFromYou : words.transit.held}</p>}
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
            {acts && (
              <Cell column={c.action}>
                {offered(dispatch).map((how) => (
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
      {chosen && doing?.how === 'fetch' && (
        <FetchForm key={chosen.id} dispatch={chosen} isHandedOut={isHandedOut} close={close} changed={again} />
      )}
      {doing && doing.how !== 'fetch' && (
        <Form key={`${doing.how} ${doing.id}`} id={doing.id} how={doing.how} close={close} done={finish} />
      )}
      {told !== undefined && (
        <p id={`${told}-done`} role="status" tabIndex={-1} ref={done}>
          {told === 'reissue' ? words.reissue.done : words.transit[told].done}
        </p>
      )}
    </>
  );
}

interface FormProps {
  id: string;
  how: Act;
  close: () => void;
  done: (how: Act) => void;
}

function Form({ id, how, close, done }: FormProps) {
  return how === 'reissue' ? (
    <ReissueForm id={id} close={close} done={() => done(how)} />
  ) : (
    <HoldForm id={id} how={how} close={close} done={() => done(how)} />
  );
}
