import { useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea';
import { api, type ApiError, type Loaded, type Referral } from '../api';
import { useDraft } from '../draft';
import { TEXT } from '../limits';
import { asApiError } from '../load';
import { words } from '../words';

interface Props {
  referral: Loaded<Referral>;
  how: 'return' | 'withdrawal';
  again: () => void;
  /** Says what was refused, where it outlives this form. */
  refused: (error: ApiError | undefined) => void;
}

/** Ends it without a release: a supervisor sends it back, or it is withdrawn. */
export function CloseForm({ referral, how, again, refused }: Props) {
  const [reason, setReason] = useDraft(`${how} ${referral.value.id}`);
  const [busy, setBusy] = useState(false);
  const text = words.close[how];

  const close = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    refused(undefined);
    try {
      await api.close(referral.value.id, referral.etag ?? '', how, reason.trim());
      setReason('');
    } catch (failure) {
      refused(asApiError(failure));
    }
    setBusy(false);
    again();
  };

  return (
    <section aria-labelledby={`${how}-title`}>
      <h2 id={`${how}-title`}>{text.title}</h2>
      <p>{text.lead}</p>
      <form onSubmit={close}>
        <label htmlFor={`${how}-reason`}>{words.close.reason}</label>
        <TextArea
          id={`${how}-reason`}
          value={reason}
          onChange={(_, value) => setReason(value)}
          maxLength={TEXT}
          isRequired
        />
        <Button
          id={`${how}-referral`}
          type="submit"
          variant="secondary"
          isDisabled={reason.trim() === '' || busy}
          isLoading={busy}
        >
          {text.button}
        </Button>
      </form>
    </section>
  );
}
