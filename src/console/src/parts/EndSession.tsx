import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { useDraft } from '../draft';
import { LINE } from '../limits';
import { asApiError } from '../load';
import { staff } from '../staff';
import { words } from '../words';
import { TextField } from './Field';
import { Problem } from './Problem';

/** For an administrator: puts a person out at once, wherever they are signed in; they can sign in again. */
export function EndSession({ number }: { number: string }) {
  const [reason, setReason] = useDraft(`session-end ${number}`);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [done, setDone] = useState<{ at: number }>();
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), [done]);
  const w = words.endSession;

  const end = async (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    setFault(text === '' ? w.noReason : undefined);
    if (text === '') {
      document.getElementById('end-session-reason')?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    setDone(undefined);
    try {
      await staff.endSession(number, text);
      setReason('');
      setDone({ at: Date.now() });
    } catch (failure) {
      setError(asApiError(failure));
    }
    setBusy(false);
  };

  return (
    <section aria-labelledby="end-session-title">
      <Title headingLevel="h2" id="end-session-title">
        {w.title}
      </Title>
      <p>{w.lead}</p>
      {done && (
        <p id="end-session-done" role="status" tabIndex={-1} ref={told}>
          {w.done}
        </p>
      )}
      <form onSubmit={end} noValidate>
        <TextField
          id="end-session-reason"
          label={w.reason}
          fault={fault}
          value={reason}
          maxLength={LINE}
          required
          onChange={setReason}
        />
        {error && <Problem error={error} />}
        <Button id="end-session" type="submit" variant="danger" isDisabled={busy} isLoading={busy}>
          {w.button}
        </Button>
      </form>
    </section>
  );
}
