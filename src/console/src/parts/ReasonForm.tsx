import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError, StepUpOrder } from '../api';
import { useDraft } from '../draft';
import { sha256 } from '../json';
import { LINE } from '../limits';
import { asApiError } from '../load';
import { comeBackTo, isGranted, leaveForSecondFactor, refusalOf } from '../stepup';
import { words } from '../words';
import { LongTextField, TextField } from './Field';
import { Problem } from './Problem';
import { Told } from './Told';

interface Props<T> {
  /** What is done to what, for example `resume 4711`; the name of the draft and of the act that a second factor is for. */
  act: string;
  /** With what the ids of the form's parts begin. */
  name: string;
  /** The version that was read; none when there is nothing of this to do any more. */
  etag: string | undefined;
  button: string;
  /** The longest reason that the gateway takes for it, in characters. */
  longest: number;
  danger?: boolean;
  /** What the second factor is asked for, if it is. */
  stepUp?: Pick<StepUpOrder, 'operation' | 'object'>;
  send: (etag: string, reason: string) => Promise<T>;
  done: (answer: T) => void;
  /** It is not as it was read. */
  changed: () => void;
}

/** For an act that says nothing but why; with the second factor for exactly that where one is named. */
export function ReasonForm<T>({ act, name, etag, button, longest, danger = false, stepUp, send, done, changed }: Props<T>) {
  const [back] = useState(() => comeBackTo<string>(act));
  const [reason, setReason] = useDraft(act, back?.draft.form);
  const [fault, setFault] = useState<string>();
  const [late] = useState(back !== undefined && etag === undefined);
  const [busy, setBusy] = useState(isGranted(back) && !late);
  const [error, setError] = useState<ApiError | undefined>(refusalOf(back?.ended));
  const w = words.reasonForm;

  const fail = (failure: unknown) => {
    const problem = asApiError(failure);
    setBusy(false);
    setError(problem);
    if (problem.status === 412 || problem.status === 409) changed();
  };
  const finish = async (version: string, text: string) => {
    try {
      const answer = await send(version, text);
      setReason('');
      done(answer);
    } catch (failure) {
      fail(failure);
    }
  };
  const leave = async (version: string, text: string, order: Pick<StepUpOrder, 'operation' | 'object'>) => {
    try {
      const digest = await sha256(new TextEncoder().encode(text));
      await leaveForSecondFactor({ ...order, etag: version, digest }, { act, etag: version, key: '', form: text });
    } catch (failure) {
      fail(failure);
    }
  };
  useEffect(() => {
    if (back && isGranted(back) && !late) void finish(back.draft.etag, back.draft.form);
  }, []);

  if (etag === undefined) {
    return error ? <Problem error={error} /> : late && <Told id="late">{words.stepUp.late}</Told>;
  }
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
    void (stepUp ? leave(etag, text, stepUp) : finish(etag, text));
  };

  const Field = longest > LINE ? LongTextField : TextField;
  return (
    <form onSubmit={confirm} noValidate>
      <Field
        id={`${name}-reason`}
        label={w.reason}
        fault={fault}
        value={reason}
        maxLength={longest}
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
