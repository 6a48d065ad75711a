import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError } from '../api';
import { useDraftForm } from '../draft';
import { glasses, isReference, stepUpFor, UNREAD, type Glass, type GlassOrder } from '../glass';
import { useIntentKey } from '../intent';
import { TEXT } from '../limits';
import { asApiError } from '../load';
import { comeBackTo, isGranted, leaveForSecondFactor, refusalOf } from '../stepup';
import { words } from '../words';
import { LongTextField, TextField } from './Field';
import { Problem } from './Problem';

const ACT = 'break-glass';

/** Names the case and says why, and shows the second factor for exactly that. */
export function BreakGlassForm({ broken }: { broken: (glass: Glass) => void }) {
  const [back] = useState(() => comeBackTo<GlassOrder>(ACT));
  const [form, setForm, forget] = useDraftForm<GlassOrder>(ACT, { reference: '', reason: '' });
  const [faults, setFaults] = useState<Partial<GlassOrder>>({});
  const [busy, setBusy] = useState(isGranted(back));
  const [error, setError] = useState<ApiError | undefined>(refusalOf(back?.ended));
  const keyOf = useIntentKey(back && { meant: back.draft.form, key: back.draft.key });
  const sent = useRef(false);
  const w = words.glass;

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const order = { reference: form.reference.trim(), reason: form.reason.trim() };
    const found = {
      ...(!isReference(order.reference) && { reference: w.badReference }),
      ...(order.reason === '' && { reason: w.noReason }),
    };
    setFaults(found);
    const first = Object.keys(found)[0];
    if (first !== undefined) {
      document.getElementById(`glass-${first}`)?.focus();
      return;
    }
    setBusy(true);
    try {
      await leaveForSecondFactor(await stepUpFor(order), { act: ACT, etag: UNREAD, key: keyOf(order), form: order });
    } catch (failure) {
      setBusy(false);
      setError(asApiError(failure));
    }
  };
  const breakIt = async (key: string, order: GlassOrder) => {
    try {
      const { value } = await glasses.break(key, order);
      forget();
      broken(value);
    } catch (failure) {
      setBusy(false);
      setError(asApiError(failure));
    }
  };
  useEffect(() => {
    if (sent.current || !back || !isGranted(back)) return;
    sent.current = true;
    void breakIt(back.draft.key, back.draft.form);
  }, []);

  return (
    <form onSubmit={confirm} noValidate>
      <TextField
        id="glass-reference"
        label={w.reference}
        fault={faults.reference}
        value={form.reference}
        maxLength={32}
        required
        onChange={(reference) => setForm({ ...form, reference })}
      />
      <LongTextField
        id="glass-reason"
        label={w.reason}
        fault={faults.reason}
        value={form.reason}
        maxLength={TEXT}
        required
        onChange={(reason) => setForm({ ...form, reason })}
      />
      {error && <Problem error={error} />}
      <p>{words.stepUp.lead}</p>
      <Button id="break-glass" type="submit" variant="danger" isDisabled={busy} isLoading={busy}>
        {w.break}: {words.stepUp.button}
      </Button>
    </form>
  );
}
