import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { api, type Me, type ReferralSummary } from '../api';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, State, Table, Time } from '../parts/Bits';
import { Problem } from '../parts/Problem';
import { words } from '../words';

export function ReferralList({ me }: { me: Me }) {
  const [cursor, setCursor] = useState<string>();
  const { loaded, error, again } = useLoad(cursor ?? '', () => api.referrals(cursor));
  const page = loaded?.value;
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.referrals}
      </Title>
      {error && <Problem error={error} again={again} />}
      {!page && !error && <Loading />}
      {page && page.items.length === 0 && cursor === undefined && <Nothing me={me} />}
      {page && page.items.length > 0 && <Referrals me={me} items={page.items} />}
      {cursor !== undefined && (
        <Button variant="link" onClick={() => setCursor(undefined)}>
          {words.first}
        </Button>
      )}
      {page?.next !== undefined && (
        <Button variant="secondary" onClick={() => setCursor(page.next)}>
          {words.next}
        </Button>
      )}
    </PageSection>
  );
}

function Nothing({ me }: { me: Me }) {
  const role = me.roles.find((known) => known in words.empty) ?? 'other';
  return (
    <EmptyState titleText={words.emptyTitle} headingLevel="h2">
      <EmptyStateBody>{words.empty[role]}</EmptyStateBody>
    </EmptyState>
  );
}

function Referrals({ me, items }: { me: Me; items: ReferralSummary[] }) {
  const c = words.column;
  return (
    <Table caption={words.referrals} columns={[c.reference, c.state, c.urgency, c.exhibits, c.author, c.opened]}>
      {items.map((item) => (
        <Row key={item.id}>
          <Cell column={c.reference}>
            <Link to={`/referrals/${item.id}`}>{item.reference}</Link>
          </Cell>
          <Cell column={c.state}>
            <State state={item.state} />
            {item.endorsedBy !== undefined && <First me={me} by={item.endorsedBy} />}
          </Cell>
          <Cell column={c.urgency}>{item.urgency}</Cell>
          <Cell column={c.exhibits}>{item.exhibits}</Cell>
          <Cell column={c.author}>{item.author}</Cell>
          <Cell column={c.opened}>
            <Time at={item.created} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Who released it first; of the own ones, why they are not for this person any more. */
function First({ me, by }: { me: Me; by: string }) {
  return <div>{by === me.number ? words.release.wasFirst : `${words.release.firstBy} ${by}`}</div>;
}
