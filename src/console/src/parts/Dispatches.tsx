import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { Dispatch } from '../api';
import { waitingAct } from '../stepup';
import { words } from '../words';
import { Cell, Digest, Row, State, Table, Time } from './Bits';
import { ReissueForm } from './ReissueForm';

/** On its way: what becomes of it must be known before it can be reissued. */
const ON_ITS_WAY = new Set(['SENDING', 'UNKNOWN']);

interface Props {
  dispatches: Dispatch[];
  mayReissue: boolean;
  again: () => void;
}

export function Dispatches({ dispatches, mayReissue, again }: Props) {
  const [reissuing, setReissuing] = useState(() => dispatches.find((it) => waitingAct() === `reissue ${it.id}`)?.id);
  const [reissued, setReissued] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  // the button that had the focus is gone with the dispatch that it was for
  useEffect(() => {
    if (reissued) done.current?.focus();
  }, [reissued]);
  const c = words.column;
  if (dispatches.length === 0) return <p>{words.detail.noDispatches}</p>;
  const columns = [c.agency, c.channel, c.state, c.certificate, c.package, c.queued, c.delivered];
  const open = (id: string) => {
    setReissued(false);
    setReissuing(id);
  };
  const close = () => {
    const opener = reissuing;
    setReissuing(undefined);
    document.getElementById(`reissue-${opener}`)?.focus();
  };
  return (
    <>
      <Table caption={words.detail.dispatches} columns={mayReissue ? [...columns, c.action] : columns}>
        {dispatches.map((dispatch) => (
          <Row key={dispatch.id}>
            <Cell column={c.agency}>{dispatch.agency}</Cell>
            <Cell column={c.channel}>{dispatch.channel}</Cell>
            <Cell column={c.state}>
              <State state={dispatch.state} />
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
            {mayReissue && (
              <Cell column={c.action}>
                {dispatch.supersededBy === undefined && !ON_ITS_WAY.has(dispatch.state) && (
                  <Button
                    id={`reissue-${dispatch.id}`}
                    variant="secondary"
                    aria-expanded={reissuing === dispatch.id}
                    onClick={() => open(dispatch.id)}
                  >
                    {words.reissue.open}
                  </Button>
                )}
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      {reissuing !== undefined && (
        <ReissueForm
          key={reissuing}
          id={reissuing}
          close={close}
          done={() => {
            setReissuing(undefined);
            setReissued(true);
            again();
          }}
        />
      )}
      {reissued && (
        <p id="reissue-done" role="status" tabIndex={-1} ref={done}>
          {words.reissue.done}
        </p>
      )}
    </>
  );
}
