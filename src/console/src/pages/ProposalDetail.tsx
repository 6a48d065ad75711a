import { useCallback, useEffect, useRef, useState } from 'react';
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { DescriptionList } from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Loaded, Me } from '../api';
import { digestOf } from '../json';
import { useLoad } from '../load';
import { Digest, Link, Loading } from '../parts/Bits';
import { DecideForm } from '../parts/DecideForm';
import { Fact, Moment } from '../parts/Facts';
import { Late } from '../parts/Late';
import { Problem } from '../parts/Problem';
import { SideBySide } from '../parts/SideBySide';
import { TakeBack } from '../parts/TakeBack';
import { Told } from '../parts/Told';
import { partOf } from '../proposal';
import { staff, type Proposal } from '../staff';
import { sidesOf, type Sides } from '../standing';
import { word, words } from '../words';
import { ProposalState, titleOf } from './ProposalList';

/** One proposal: what it would change beside what is there now, and what this person may do with it. */
export function ProposalDetail({ me, id }: { me: Me; id: string }) {
  const { loaded, error, again } = useLoad(id, () => staff.proposal(id));
  const [opened, setOpened] = useState<Proposal>();
  const [outcome, setOutcome] = useState<string>();
  useEffect(() => setOpened((before) => before ?? loaded?.value), [loaded]);
  const decided = useCallback(
    (proposal: Proposal) => {
      setOutcome(proposal.state);
      setOpened(proposal);
      again();
    },
    [again],
  );
  const proposal = loaded?.value;
  return (
    <>
      <PageSection>
        <p>
          <Link to="/proposals">{words.proposals.back}</Link>
        </p>
        <Title headingLevel="h1">{proposal ? titleOf(proposal) : words.nav.proposals}</Title>
        {error && <Problem error={error} again={again} />}
        {!proposal && !error && <Loading />}
        {outcome !== undefined && <Told id="proposal-done">{word(words.proposal.done, outcome)}</Told>}
        {proposal && proposal.state !== 'OPEN' && <Late act={`decide ${id}`} />}
        {opened?.state === 'OPEN' && proposal && proposal.state !== 'OPEN' && (
          <Meanwhile before={opened} after={proposal} />
        )}
        {proposal && <Facts proposal={proposal} />}
      </PageSection>
      {loaded && <Change key={loaded.value.revision} me={me} proposal={loaded} decided={decided} again={again} />}
    </>
  );
}

/** What somebody else did while this page was open; the button that had the focus is gone then. */
function Meanwhile({ before, after }: { before: Proposal; after: Proposal }) {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  const w = words.proposal;
  return (
    <div id="proposal-meanwhile" tabIndex={-1} ref={told}>
      <Alert isInline isLiveRegion variant="warning" title={w.meanwhile}>
        <SideBySide
          caption={w.meanwhile}
          now={{ heading: w.before, value: standingOf(before) }}
          next={{ heading: w.now, value: standingOf(after) }}
        />
      </Alert>
    </div>
  );
}

function standingOf({ state, decidedBy, decidedAt, reason }: Proposal) {
  return {
    state: word(words.proposalState, state),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(reason !== undefined && { reason }),
  };
}

function Facts({ proposal }: { proposal: Proposal }) {
  const { proposals: p, proposal: w } = words;
  return (
    <DescriptionList isHorizontal isCompact>
      <Fact term={p.state}>
        <ProposalState state={proposal.state} />
      </Fact>
      <Moment term={p.at} at={proposal.proposedAt} by={proposal.proposedBy} />
      {proposal.state === 'OPEN' && <Moment term={p.until} at={proposal.expiresAt} />}
      <Moment term={p.decided} at={proposal.decidedAt} by={proposal.decidedBy} />
      {proposal.reason !== undefined && <Fact term={w.reason}>{proposal.reason}</Fact>}
      <Fact term={w.digest}>
        <Digest hex={proposal.digest} />
      </Fact>
    </DescriptionList>
  );
}

interface ChangeProps {
  me: Me;
  proposal: Loaded<Proposal>;
  decided: (proposal: Proposal) => void;
  again: () => void;
}

/** The change itself. Nobody decides before both sides are there and the digest is that of what is shown. */
function Change({ me, proposal, decided, again }: ChangeProps) {
  const { id, state, change, digest } = proposal.value;
  const sides = useLoad(`${id} ${state}`, () => sidesOf(proposal.value));
  const computed = useLoad(id, async () => ({ value: await digestOf(change), etag: null }));
  const w = words.proposal;
  const shown = sides.loaded?.value;
  const holds = computed.loaded && computed.loaded.value === digest;
  const part = partOf(me, proposal.value);
  return (
    <>
      <PageSection>
        <Title headingLevel="h2">{state === 'OPEN' ? w.changes : w.changed}</Title>
        {sides.error && <Problem error={sides.error} again={sides.again} />}
        {!shown && !sides.error && <Loading />}
        {shown && <Both sides={shown} />}
        {computed.loaded && (
          <p id="proposal-digest-check" data-holds={holds}>
            {holds ? w.digestHolds : <strong>{w.digestBroken}</strong>}
          </p>
        )}
        {shown?.overtaken && <p>{w.overtaken}</p>}
      </PageSection>
      {shown && holds && part !== 'closed' && (
        <PageSection>
          {part === 'decide' && (
            <DecideForm proposal={proposal} approvable={!shown.overtaken} decided={decided} again={again} />
          )}
          {part === 'withdraw' && <TakeBack proposal={proposal} decided={decided} again={again} />}
          {part in w.cannot && <p id="proposal-cannot">{word(w.cannot, part)}</p>}
        </PageSection>
      )}
    </>
  );
}

function Both({ sides }: { sides: Sides }) {
  const w = words.proposal;
  return (
    <SideBySide
      caption={w.caption}
      {...(sides.now && { now: { heading: w.now, value: sides.now.value } })}
      next={{ heading: w.then, value: sides.next }}
    />
  );
}
