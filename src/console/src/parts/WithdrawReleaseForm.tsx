import { useState } from 'react';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { api, type Dispatch, type Loaded, type Referral } from '../api';
import { TEXT } from '../limits';
import { isUnsent } from '../release';
import { waitingAct } from '../stepup';
import { words } from '../words';
import { ReasonForm } from './ReasonForm';
import { Told } from './Told';

interface Props {
  referral: Loaded<Referral>;
  dispatches: readonly Dispatch[];
  again: () => void;
}

/** For a supervisor of the unit, as long as nothing was sent: takes the release back, with the second factor. */
export function WithdrawReleaseForm({ referral, dispatches, again }: Props) {
  const { id, state } = referral.value;
  const act = `withdraw-release ${id}`;
  const offered = state === 'RELEASED' && isUnsent(dispatches);
  // whoever began it is told what became of it, also when it was sent or taken back meanwhile
  const [begun, setBegun] = useState(() => waitingAct() === act);
  const [done, setDone] = useState(false);
  const w = words.transit.withdraw;
  if (!offered && !begun) return null;
  return (
    <PageSection>
      <section aria-labelledby="withdraw-release-title">
        <h2 id="withdraw-release-title">{w.title}</h2>
        {offered && <p>{w.lead}</p>}
        {done ? (
          <Told id="withdraw-release-done">{w.done}</Told>
        ) : (
          <ReasonForm
            act={act}
            name="withdraw-release"
            etag={offered ? (referral.etag ?? '') : undefined}
            button={w.button}
            longest={TEXT}
            danger
            stepUp={{ operation: 'withdraw-released', object: id }}
            send={(etag, reason) => {
              setBegun(true);
              return api.withdrawRelease(id, etag, reason);
            }}
            done={() => {
              setDone(true);
              again();
            }}
            changed={() => {
              setBegun(true);
              again();
            }}
          />
        )}
      </section>
    </PageSection>
  );
}
