import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError, Exhibit } from '../api';
import { useDraft } from '../draft';
import { LINE } from '../limits';
import { asApiError } from '../load';
import { openExhibit, save } from '../opening';
import { words } from '../words';
import { TextField } from './Field';
import { Problem } from './Problem';

interface Props {
  referral: string;
  exhibit: Exhibit;
  done: () => void;
  close: () => void;
}

/** Asks what for, says that it is recorded, and has the browser save the exhibit. It is never shown. */
export function OpenExhibitForm({ referral, exhibit, done, close }: Props) {
  const w = words.opening;
  const [purpose, setPurpose] = useDraft(`open-exhibit ${referral} ${exhibit.number}`);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const download = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const opening = await openExhibit(referral, exhibit.number, purpose.trim());
      save(opening.value);
      setPurpose('');
      done();
    } catch (failure) {
      setBusy(false);
      setError(asApiError(failure));
    }
  };

  return (
    <section aria-labelledby="opening-title">
      <h3 id="opening-title" className="pf-v6-c-title pf-m-md" tabIndex={-1} ref={title}>
        {w.title} {exhibit.number}: {exhibit.name}
      </h3>
      <p id="opening-recorded">{w.lead}</p>
      <form onSubmit={download}>
        <TextField
          id="opening-purpose"
          label={w.purpose}
          value={purpose}
          maxLength={LINE}
          onChange={setPurpose}
          help={w.help}
          required
        />
        {error && <Problem error={error} />}
        <div className="sh-actions">
          <Button
            id="opening-download"
            type="submit"
            variant="primary"
            isDisabled={purpose.trim() === '' || busy}
            isLoading={busy}
            aria-describedby="opening-recorded"
          >
            {w.button}
          </Button>
          <Button id="opening-cancel" variant="link" onClick={close}>
            {w.cancel}
          </Button>
        </div>
      </form>
    </section>
  );
}
