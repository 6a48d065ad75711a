import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError } from '../api';
import { useIntentKey } from '../intent';
import { asApiError } from '../load';
import { go } from '../route';
import { staff, type Change } from '../staff';
import { Problem } from './Problem';

interface Props {
  id: string;
  label: string;
  /** What is proposed; `undefined` when something keeps it from being sent, which the form then says. */
  change: () => Change | undefined;
  /** Told before the console goes to the new proposal. */
  sent: () => void;
  refused?: (error: ApiError) => void;
  children?: ReactNode;
  also?: ReactNode;
}

/** A form that proposes a change, and leads to the proposal that comes of it. */
export function ProposeForm({ id, label, change, sent, refused, children, also }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const keyOf = useIntentKey();

  const propose = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const proposed = change();
    if (proposed === undefined) return;
    setBusy(true);
    try {
      const { value } = await staff.propose(keyOf(proposed), proposed);
      sent();
      go(`/proposals/${value.id}`);
    } catch (failure) {
      const problem = asApiError(failure);
      setBusy(false);
      setError(problem);
      refused?.(problem);
    }
  };

  return (
    <form onSubmit={propose} noValidate>
      {children}
      {error && <Problem error={error} />}
      <div className="sh-actions">
        <Button id={id} type="submit" variant="primary" isDisabled={busy} isLoading={busy}>
          {label}
        </Button>
        {also}
      </div>
    </form>
  );
}
