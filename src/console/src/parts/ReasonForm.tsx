import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError, StepUpOrder } from '../api';
import { useDraft } from '../draft';
import { sha256 } from '../json';
import { asApiError } from '../load';
import { comeBackTo, isGranted, leaveForSecondFactor, refusalOf } from '../stepup';
import { words } from '../words';
import { TextField } from './Field';
import { Problem } from './Problem';

/** The longest reason that the gateway takes, in characters. */
const REASON = 200;

interface Props {
  /** What is done to what, for example `resume 4711`; the name of the draft and of the act that a second factor is for. */
  act: string;
  /** With what the ids of the form's parts begin. */
  name: string;
  /** The version that was read. */
  etag: string;
  button: string;
  danger?: boolean;
  /** What the second factor is asked for, if it is. */
  stepUp?: Pick<StepUpOrder, 'operation' | 'object'>;
  send: (etag: string, reason: string) => Promise<unknown>;
  done: () => void;
  /** It is not as it was read. */
  changed: () => void;
}

/** For an act that says nothing but why; with the second factor for exactly that where one is named. */
export function ReasonForm({ act, name, etag, button, danger = false, stepUp, send, done, changed }: Props) {
  const [back] = useState(() => comeBackTo<string>(act));
  const [reason, setReason] = useDraft(act, back?.draft.form);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(isGranted(back));
  const [error, setError] = useState<ApiError | undefined>(refusalOf(back?.ended));
  const w = words.reasonForm;

  const finish = async (version: string, text: string) => {
    try {
      await send(version, text);
      setReason('');
      done();
    } catch (failure) {
      const problem = asApiError(failure);
      setBusy(false);
      setError(problem);
      if (problem.status === 412 || problem.status === 409) changed();
    }
  };
  const leave = async (text: string, order: Pick<StepUpOrder, 'operation' | 'object'>) => {
    try {
      const digest = await sha256(new TextEncoder().encode(text));
      await leaveForSecondFactor({ ...order, etag, digest }, { act, etag, key: '', form: text });
    } catch (failure) {
      setBusy(false);
      setError(asApiError(failure));
    }
  };
  useEffect(() => {
    if (back && isGranted(back)) void finish(back.draft.etag, back.draft.form);
  }, []);

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    setFault(text === '' ? w.none : undefined);
    if (text === '') {
      document.getElementById(`${name}-reason`)?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    void (stepUp ? leave(text, stepUp) : finish(etag, text));
  };

  return (
    <form onSubmit={confirm} noValidate>
      <TextField
        id={`${name}-reason`}
        label={w.reason}
        fault={fault}
        value={reason}
        maxLength={REASON}
        required
        onChange={setReason}
      />
      {error && <Problem error={error} />}
      {stepUp && <p>{words.stepUp.lead}</p>}
      <Button id={name} type="submit" variant={danger ? 'danger' : 'primary'} isDisabled={busy} isLoading={busy}>
        {stepUp ? `${button}: ${words.stepUp.button}` : button}
      </Button>
    </form>
  );
}
