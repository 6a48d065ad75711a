import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import { gather } from '../gather';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, Table, Time } from '../parts/Bits';
import { Choice } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { subjectOf } from '../proposal';
import { staff, type Proposal } from '../staff';
import { word, words } from '../words';

const ALL = 'ALL';
const STATES = ['OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', ALL];
const COLOUR: Record<string, 'blue' | 'green' | 'orange'> = { OPEN: 'blue', APPROVED: 'green', REJECTED: 'orange' };
/** How many of one state are looked for at a time. */
const ENOUGH = 25;
/** How long a proposal waits at most, in milliseconds, whatever the settings say. */
const LONGEST = 7 * 24 * 3600 * 1000;

export function ProposalState({ state }: { state: string }) {
  return <Label color={COLOUR[state] ?? 'grey'}>{word(words.proposalState, state)}</Label>;
}

/** Proposals by state, newest first. */
export function ProposalList({ me }: { me: Me }) {
  const [state, setState] = useState('OPEN');
  const [from, setFrom] = useState<string>();
  const { loaded, error, again } = useLoad(`${state} ${from}`, () => look(state, from));
  const w = words.proposals;
  const found = loaded?.value;
  const choose = (chosen: string) => {
    setState(chosen);
    setFrom(undefined);
  };
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.nav.proposals}
      </Title>
      {me.roles.includes('administrator') && (
        <p>
          <Link to="/proposals/new-person">{words.people.propose}</Link>
        </p>
      )}
      <div className="sh-filter">
        <Choice
          id="proposals-state"
          label={w.which}
          value={state}
          onChange={choose}
          options={STATES.map((value) => ({
            value,
            label: value === ALL ? w.all : word(words.proposalState, value),
          }))}
        />
      </div>
      {error && <Problem error={error} again={again} />}
      {!found && !error && <Loading />}
      {found && found.items.length > 0 && <Proposals proposals={found.items} />}
      {found?.items.length === 0 && (
        <EmptyState titleText={w.noneTitle} headingLevel="h2">
          <EmptyStateBody>{state === 'OPEN' ? w.none.OPEN : w.none.other}</EmptyStateBody>
        </EmptyState>
      )}
      {from !== undefined && (
        <Button variant="link" onClick={() => setFrom(undefined)}>
          {w.newest}
        </Button>
      )}
      {found?.next !== undefined && (
        <Button variant="secondary" onClick={() => setFrom(found.next)}>
          {w.older}
        </Button>
      )}
    </PageSection>
  );
}

/** An open one cannot be older than the longest that any waits, so the search for open ones ends there. */
function look(state: string, from: string | undefined) {
  const now = Date.now();
  return gather({
    page: staff.proposals,
    from,
    enough: ENOUGH,
    keep: (proposal: Proposal) => state === ALL || proposal.state === state,
    past: (proposal: Proposal) => state === 'OPEN' && Date.parse(proposal.proposedAt) + LONGEST < now,
  });
}

function Proposals({ proposals }: { proposals: Proposal[] }) {
  const w = words.proposals;
  return (
    <Table caption={words.nav.proposals} columns={[w.what, w.state, w.by, w.at, w.until, w.decided]}>
      {proposals.map((proposal) => (
        <Row key={proposal.id}>
          <Cell column={w.what}>
            <Link to={`/proposals/${proposal.id}`}>{titleOf(proposal)}</Link>
          </Cell>
          <Cell column={w.state}>
            <ProposalState state={proposal.state} />
          </Cell>
          <Cell column={w.by}>{proposal.proposedBy}</Cell>
          <Cell column={w.at}>
            <Time at={proposal.proposedAt} />
          </Cell>
          <Cell column={w.until}>{proposal.state === 'OPEN' && <Time at={proposal.expiresAt} />}</Cell>
          <Cell column={w.decided}>
            {proposal.decidedAt !== undefined && (
              <>
                <Time at={proposal.decidedAt} /> {words.detail.by} {proposal.decidedBy}
              </>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Its kind and whom or what it is about. */
export function titleOf({ change }: Proposal): string {
  return `${word(words.kind, change.kind)}: ${subjectOf(change)}`.replace(/: $/, '');
}
