import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError } from '../api';
import { useDraft } from '../draft';
import { glasses, type Glass } from '../glass';
import { TEXT } from '../limits';
import { asApiError } from '../load';
import { words } from '../words';
import { LongTextField } from './Field';
import { Problem } from './Problem';

interface Props {
  glass: Glass;
  done: () => void;
  close: () => void;
  /** Somebody else reviewed it, or it is not as it was read. */
  changed: () => void;
}

/** For an auditor: what they found of a broken glass that is over. */
export function ReviewForm({ glass, done, close, changed }: Props) {
  const [finding, setFinding] = useDraft(`review ${glass.id}`);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.glass;

  const review = async (event: FormEvent) => {
    event.preventDefault();
    const text = finding.trim();
    setFault(text === '' ? w.noFinding : undefined);
    if (text === '') {
      document.getElementById('review-finding')?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await glasses.review(glass, text);
      setFinding('');
      done();
    } catch (failure) {
      const problem = asApiError(failure);
      setBusy(false);
      setError(problem);
      if (problem.status === 412 || problem.status === 409) changed();
    }
  };

  return (
    <section aria-labelledby="review-title">
      <h2 id="review-title" className="pf-v6-c-title pf-m-lg" tabIndex={-1} ref={title}>
        {w.reviewTitle}: {glass.reference}
      </h2>
      <p>{w.reviewLead}</p>
      <form onSubmit={review} noValidate>
        <LongTextField
          id="review-finding"
          label={w.finding}
          fault={fault}
          value={finding}
          maxLength={TEXT}
          required
          onChange={setFinding}
        />
        {error && <Problem error={error} />}
        <div className="sh-actions">
          <Button id="send-review" type="submit" variant="primary" isDisabled={busy} isLoading={busy}>
            {w.send}
          </Button>
          <Button id="cancel-review" variant="link" onClick={close}>
            {w.cancel}
          </Button>
        </div>
      </form>
    </section>
  );
}
