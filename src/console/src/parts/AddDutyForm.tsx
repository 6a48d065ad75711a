import { useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { useDraftForm } from '../draft';
import { useIntentKey } from '../intent';
import { asApiError } from '../load';
import { faultsOfShift, shiftOf, type ShiftFaults, type ShiftForm } from '../shift';
import { staff } from '../staff';
import { words } from '../words';
import { TextField } from './Field';
import { Problem } from './Problem';

const EMPTY: ShiftForm = { person: '', from: '', until: '' };

/** For a supervisor: puts somebody of the unit on duty. */
export function AddDutyForm({ added }: { added: () => void }) {
  const [form, setForm, forget] = useDraftForm('duty', EMPTY);
  const [faults, setFaults] = useState<ShiftFaults>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const keyOf = useIntentKey();
  const w = words.duty;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const found = faultsOfShift(form, Date.now());
    setFaults(found);
    const first = (['person', 'from', 'until'] as const).find((field) => found[field]);
    if (first !== undefined) {
      document.getElementById(`duty-${first}`)?.focus();
      return;
    }
    setBusy(true);
    try {
      const shift = shiftOf(form);
      await staff.addDuty(keyOf(shift), shift);
      setForm(EMPTY);
      forget();
      added();
    } catch (failure) {
      setError(asApiError(failure));
    }
    setBusy(false);
  };

  const field = (name: keyof ShiftForm, label: string, type: 'text' | 'datetime-local') => (
    <TextField
      id={`duty-${name}`}
      label={label}
      type={type}
      fault={faults[name]}
      value={form[name]}
      maxLength={64}
      required
      onChange={(text) => setForm({ ...form, [name]: text })}
    />
  );
  return (
    <section aria-labelledby="add-duty-title">
      <Title headingLevel="h2" id="add-duty-title">{w.addTitle}</Title>
      <p>
        {w.addLead} {w.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}
      </p>
      <form onSubmit={add} noValidate>
        {field('person', w.person, 'text')}
        {field('from', w.from, 'datetime-local')}
        {field('until', w.until, 'datetime-local')}
        {error && <Problem error={error} />}
        <Button id="add-duty" type="submit" variant="primary" isDisabled={busy} isLoading={busy}>
          {w.add}
        </Button>
      </form>
    </section>
  );
}
