import { useState } from 'react';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import type { ApiError, Loaded, Me, Referral } from '../api';
import { partInRelease } from '../release';
import { mayReturn, maySubmit, mayWithdraw } from '../rights';
import { words } from '../words';
import { CloseForm } from './CloseForm';
import { Problem } from './Problem';
import { ReleaseForm } from './ReleaseForm';
import { SubmitAction } from './SubmitAction';

interface Props {
  me: Me;
  referral: Loaded<Referral>;
  again: () => void;
}

/** What this person may do with the referral now, and what was refused of it: also when nothing can be done any more. */
export function ReferralActions(props: Props) {
  const { me, referral, again } = props;
  const [refusal, setRefusal] = useState<ApiError>();
  return (
    <>
      {refusal && (
        <PageSection>
          <Problem error={refusal} />
        </PageSection>
      )}
      {maySubmit(me, referral.value) && (
        <PageSection>
          <SubmitAction referral={referral} again={again} />
        </PageSection>
      )}
      <InReview {...props} refused={setRefusal} />
    </>
  );
}

/** The ways out of a draft or a review, each for whom it is: released, sent back or withdrawn. */
function InReview({ me, referral, again, refused }: Props & { refused: (error: ApiError | undefined) => void }) {
  const { state, sealDigest } = referral.value;
  const part = partInRelease(me, referral.value);
  const returns = mayReturn(me, referral.value);
  const withdraws = mayWithdraw(me, referral.value);
  if (part === 'none' && !returns && !withdraws) return null;
  return (
    <PageSection>
      {part === 'wrote' && <p id="release-own">{words.release.own}</p>}
      {part !== 'none' && part !== 'wrote' && sealDigest !== undefined && (
        <ReleaseForm
          key={state}
          referral={referral}
          sealDigest={sealDigest}
          part={part}
          again={again}
          refused={refused}
        />
      )}
      {returns && <CloseForm referral={referral} how="return" again={again} refused={refused} />}
      {withdraws && <CloseForm referral={referral} how="withdrawal" again={again} refused={refused} />}
    </PageSection>
  );
}
