import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { api, type DispatchCount } from '../api';
import { useLoad } from '../load';
import { Cell, Loading, Row, State, Table } from '../parts/Bits';
import { Problem } from '../parts/Problem';
import { words } from '../words';

/** How many dispatches there are, to whoever sees that they come and go without seeing a case. */
export function TransitCounts() {
  const { loaded, error, again } = useLoad('counts', api.dispatchCounts);
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.nav.counts}
      </Title>
      <p>{words.counts.lead}</p>
      {error && <Problem error={error} again={again} />}
      {loaded ? <Counts counts={loaded.value.items} /> : !error && <Loading />}
    </PageSection>
  );
}

function Counts({ counts }: { counts: DispatchCount[] }) {
  const w = words.counts;
  if (counts.length === 0) {
    return (
      <EmptyState titleText={w.noneTitle} headingLevel="h2">
        <EmptyStateBody>{w.none}</EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <Table caption={words.nav.counts} columns={[words.column.agency, words.column.state, w.count]}>
      {counts.map(({ agency, state, count }) => (
        <Row key={`${agency} ${state}`}>
          <Cell column={words.column.agency}>{agency}</Cell>
          <Cell column={words.column.state}>
            <State state={state} />
          </Cell>
          <Cell column={w.count}>{count}</Cell>
        </Row>
      ))}
    </Table>
  );
}
