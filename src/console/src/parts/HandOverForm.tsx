import { useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { api, type ApiError, type Loaded, type Referral } from '../api';
import { asApiError } from '../load';
import { words } from '../words';
import { Problem } from './Problem';

/** For whoever works on it, and for a supervisor of the unit: names the officer who works on it from now on. */
export function HandOverForm({ referral, again }: { referral: Loaded<Referral>; again: () => void }) {
  const [to, setTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();

  const handOver = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await api.handOver(referral.value.id, referral.etag ?? '', to.trim());
      setTo('');
    } catch (reason) {
      setError(asApiError(reason));
    }
    setBusy(false);
    again();
  };

  return (
    <section aria-labelledby="handover-title">
      <h2 id="handover-title">{words.handOver.title}</h2>
      <p>{words.handOver.lead}</p>
      <form onSubmit={handOver}>
        <label htmlFor="handover-to">{words.handOver.to}</label>
        <TextInput id="handover-to" value={to} maxLength={64} onChange={(_, text) => setTo(text)} />
        {error && <Problem error={error} />}
        <Button
          id="hand-over"
          type="submit"
          variant="secondary"
          isDisabled={to.trim() === '' || busy}
          isLoading={busy}
        >
          {words.handOver.button}
        </Button>
      </form>
    </section>
  );
}
