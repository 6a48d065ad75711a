import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { api, type ApiError, type Loaded, type Referral } from '../api';
import { asApiError } from '../load';
import { words } from '../words';
import { Problem } from './Problem';

/** For the officer whose draft it is. */
export function SubmitAction({ referral, again }: { referral: Loaded<Referral>; again: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const empty = referral.value.exhibits.length === 0;

  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.submit(referral.value.id, referral.etag ?? '');
    } catch (reason) {
      setError(asApiError(reason));
    }
    setBusy(false);
    again();
  };

  return (
    <section aria-labelledby="submit-title">
      <h2 id="submit-title">{words.submit.title}</h2>
      <p>{empty ? words.submit.needsExhibit : words.submit.lead}</p>
      {error && <Problem error={error} />}
      <Button id="submit-referral" isDisabled={empty || busy} isLoading={busy} onClick={submit}>
        {words.submit.button}
      </Button>
    </section>
  );
}
