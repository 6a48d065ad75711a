import { useState } from 'react';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { api, type Dispatch, type Loaded, type Referral } from '../api';
import { waitingAct } from '../stepup';
import { words } from '../words';
import { ReasonForm } from './ReasonForm';

/** Nothing of it has been sent; of what is suspended the gateway knows. */
const UNSENT = new Set(['QUEUED', 'AUTHORISED', 'READY', 'SUSPENDED']);

interface Props {
  referral: Loaded<Referral>;
  dispatches: readonly Dispatch[];
  again: () => void;
}

/** For a supervisor of the unit, as long as nothing was sent: takes the release back, with the second factor. */
export function WithdrawReleaseForm({ referral, dispatches, again }: Props) {
  const { id } = referral.value;
  const act = `withdraw-release ${id}`;
  // whoever comes back for it is told what became of it, also when something was sent meanwhile
  const [waited] = useState(() => waitingAct() === act);
  const w = words.transit.withdraw;
  if (!waited && !dispatches.every((dispatch) => UNSENT.has(dispatch.state))) return null;
  return (
    <PageSection>
      <section aria-labelledby="withdraw-release-title">
        <h2 id="withdraw-release-title">{w.title}</h2>
        <p>{w.lead}</p>
        <ReasonForm
          act={act}
          name="withdraw-release"
          etag={referral.etag ?? ''}
          button={w.button}
          danger
          stepUp={{ operation: 'withdraw-released', object: id }}
          send={(etag, reason) => api.withdrawRelease(id, etag, reason)}
          done={again}
          changed={again}
        />
      </section>
    </PageSection>
  );
}
