import type { Dispatch } from '../api';
import { words } from '../words';
import { Cell, Digest, Row, State, Table, Time } from './Bits';

export function Dispatches({ dispatches }: { dispatches: Dispatch[] }) {
  const c = words.column;
  if (dispatches.length === 0) return <p>{words.detail.noDispatches}</p>;
  return (
    <Table caption={words.detail.dispatches} columns={[c.agency, c.channel, c.state, c.package, c.queued, c.delivered]}>
      {dispatches.map((dispatch) => (
        <Row key={dispatch.id}>
          <Cell column={c.agency}>{dispatch.agency}</Cell>
          <Cell column={c.channel}>{dispatch.channel}</Cell>
          <Cell column={c.state}>
            <State state={dispatch.state} />
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
        </Row>
      ))}
    </Table>
  );
}
