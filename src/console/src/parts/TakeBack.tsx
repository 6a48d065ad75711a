import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError, Loaded } from '../api';
import { asApiError } from '../load';
import { staff, type Proposal } from '../staff';
import { words } from '../words';
import { Problem } from './Problem';

interface Props {
  proposal: Loaded<Proposal>;
  decided: (proposal: Proposal) => void;
  again: () => void;
}

/** For whoever proposed it: they do not decide on it, and can take it back. */
export function TakeBack({ proposal, decided, again }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const w = words.proposal;

  const withdraw = async () => {
    setBusy(true);
    setError(undefined);
    try {
      decided((await staff.withdraw(proposal.value.id, proposal.etag ?? '')).value);
    } catch (failure) {
      const problem = asApiError(failure);
      setBusy(false);
      setError(problem);
      if (problem.status === 412 || problem.status === 409) again();
    }
  };

  return (
    <section aria-labelledby="decide-title">
      <Title headingLevel="h2" id="decide-title">{w.decide}</Title>
      <p id="proposal-own">{w.withdrawLead}</p>
      {error && <Problem error={error} />}
      <div className="sh-actions">
        <Button id="approve-proposal" isDisabled aria-describedby="proposal-own">
          {w.approve}
        </Button>
        <Button id="withdraw-proposal" variant="secondary" isDisabled={busy} isLoading={busy} onClick={withdraw}>
          {w.withdraw}
        </Button>
      </div>
    </section>
  );
}
