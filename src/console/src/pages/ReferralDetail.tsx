import { useCallback, useEffect, type ReactNode } from 'react';
import { DescriptionList } from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { api, type ApiError, type Me, type Referral } from '../api';
import { useLoad, type Load } from '../load';
import { mayOpen } from '../opening';
import { Digest, Link, Loading, State } from '../parts/Bits';
import { Dispatches } from '../parts/Dispatches';
import { Exhibits } from '../parts/Exhibits';
import { Fact, Moment } from '../parts/Facts';
import { HandOverForm } from '../parts/HandOverForm';
import { Late } from '../parts/Late';
import { Problem } from '../parts/Problem';
import { ReferralActions } from '../parts/ReferralActions';
import { Timeline } from '../parts/Timeline';
import { WithdrawReleaseForm } from '../parts/WithdrawReleaseForm';
import { partInRelease, supervises } from '../release';
import { mayHandOver } from '../rights';
import { words } from '../words';

/** How often a page that waits for the gateway's own work looks again, in milliseconds. */
const POLL = 3000;
const SETTLED = new Set(['DELIVERED', 'AVAILABLE', 'SUSPENDED', 'SUPERSEDED', 'WITHDRAWN']);

export function ReferralDetail({ me, id }: { me: Me; id: string }) {
  const referral = useLoad(id, () => api.referral(id));
  const dispatches = useLoad(id, () => api.dispatches(id));
  const custody = useLoad(id, () => api.custody(id));
  const again = useCallback(() => {
    referral.again();
    dispatches.again();
    custody.again();
  }, [referral.again, dispatches.again, custody.again]);

  // Opening a referral is a custody event of its own, so only its states and its timeline are looked
  // at again and again; the referral itself once more, when the timeline tells of its seal.
  const state = referral.loaded?.value.state;
  const events = custody.loaded?.value.events;
  const moving =
    state === 'SEALING' ||
    (dispatches.loaded?.value.items.some((it) => !SETTLED.has(it.state) && it.heldBack !== true) ?? false) ||
    (events?.some((event) => event.stage === 'recorded') ?? false);
  useEffect(() => {
    if (!moving) return;
    const look = () => {
      dispatches.again();
      custody.again();
    };
    const timer = setInterval(look, POLL);
    return () => clearInterval(timer);
  }, [moving, dispatches.again, custody.again]);
  const seals = events?.filter((event) => event.type === 'sealed').length ?? 0;
  useEffect(() => {
    if (state === 'SEALING' && seals > 0) referral.again();
  }, [state, seals, referral.again]);

  if (!referral.loaded) {
    return (
      <PageSection>
        {referral.error ? <Failed error={referral.error} again={again} /> : <Loading />}
      </PageSection>
    );
  }
  const { unit } = referral.loaded.value;
  return (
    <>
      <Head me={me} referral={referral.loaded.value} error={referral.error} />
      <ReferralActions me={me} referral={referral.loaded} again={again} />
      <Part title={words.detail.exhibits}>
        <Exhibits
          referral={id}
          exhibits={referral.loaded.value.exhibits}
          mayOpen={mayOpen(me, referral.loaded.value)}
          again={custody.again}
        />
      </Part>
      <Part title={words.detail.dispatches}>
        <Answer
          load={dispatches}
          show={(page) => (
            <Dispatches
              me={me}
              dispatches={page.items}
              mayAct={supervises(me, unit)}
              again={again}
            />
          )}
        />
      </Part>
      <Part title={words.detail.custody}>
        <Answer load={custody} show={(line) => <Timeline events={line.events} />} />
      </Part>
      {supervises(me, unit) && dispatches.loaded && (
        <WithdrawReleaseForm referral={referral.loaded} dispatches={dispatches.loaded.value.items} again={again} />
      )}
      {mayHandOver(me, referral.loaded.value) && (
        <PageSection>
          <HandOverForm referral={referral.loaded} again={again} />
        </PageSection>
      )}
    </>
  );
}

function Failed({ error, again }: { error: ApiError; again: () => void }) {
  return (
    <>
      <Problem error={error} again={again} />
      <p>
        <Link to="/referrals">{words.error.backToList}</Link>
      </p>
    </>
  );
}

function Answer<T>({ load, show }: { load: Load<T>; show: (value: T) => ReactNode }) {
  return (
    <>
      {load.error && <Problem error={load.error} again={load.again} />}
      {load.loaded ? show(load.loaded.value) : !load.error && <Loading />}
    </>
  );
}

function Head({ me, referral, error }: { me: Me; referral: Referral; error: ApiError | undefined }) {
  const d = words.detail;
  return (
    <PageSection>
      <p>
        <Link to="/referrals">{words.error.backToList}</Link>
      </p>
      <Title headingLevel="h1">{referral.reference}</Title>
      {referral.exercise && <p>{d.exercise}</p>}
      {error && <Problem error={error} />}
      {partInRelease(me, referral) === 'none' && <Late act={`release ${referral.id}`} />}
      <DescriptionList isHorizontal isCompact>
        <Fact term={words.column.state}>
          <State state={referral.state} />
        </Fact>
        <Fact term={words.column.urgency}>{referral.urgency}</Fact>
        <Fact term={d.version}>{referral.version}</Fact>
        <Fact term={d.incident}>{referral.incidentType}</Fact>
        <Moment term={d.opened} at={referral.created} by={referral.author} />
        {referral.assignee !== undefined && <Fact term={d.assignee}>{referral.assignee}</Fact>}
        <Moment term={d.submitted} at={referral.submitted} by={referral.submittedBy} />
        <Moment term={d.sealed} at={referral.sealed} />
        {referral.sealDigest !== undefined && (
          <Fact term={d.sealDigest}>
            <Digest hex={referral.sealDigest} />
          </Fact>
        )}
        <Moment term={d.endorsed} at={referral.endorsed} by={referral.endorsedBy} />
        {referral.highRisk !== undefined && <Fact term={d.highRisk}>{referral.highRisk.join(', ')}</Fact>}
        <Moment term={d.released} at={referral.released} by={referral.releasedBy} />
        {referral.recipients !== undefined && (
          <Fact term={d.recipients}>{referral.recipients.join(', ')}</Fact>
        )}
        <Moment term={d.closed} at={referral.closed} by={referral.closedBy} />
        {referral.reason !== undefined && <Fact term={d.reason}>{referral.reason}</Fact>}
      </DescriptionList>
    </PageSection>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PageSection>
      <Title headingLevel="h2">{title}</Title>
      {children}
    </PageSection>
  );
}
