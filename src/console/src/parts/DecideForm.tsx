import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError, Loaded } from '../api';
import { useDraft } from '../draft';
import { digestOf } from '../json';
import { TEXT } from '../limits';
import { asApiError } from '../load';
import { asksFingerprint, fingerprintOf, isAboutPeople } from '../proposal';
import { faultOfTyped } from '../registry';
import { staff, type Decision, type Proposal } from '../staff';
import { comeBackTo, isGranted, leaveForSecondFactor, refusalOf, STEP_UP } from '../stepup';
import { words } from '../words';
import { Digest } from './Bits';
import { TextField } from './Field';
import { Problem } from './Problem';

const FINGERPRINT = /^[0-9a-f]{64}$/;

type How = 'approve' | 'reject';

interface Sent {
  how: How;
  body: Decision;
}

interface Props {
  proposal: Loaded<Proposal>;
  /** Whether it can be approved, as far as this page can tell. */
  approvable: boolean;
  decided: (proposal: Proposal) => void;
  again: () => void;
}

/** For the second person: approves what the digest names, or rejects it; with the second factor where the gateway asks. */
export function DecideForm({ proposal, approvable, decided, again }: Props) {
  const { id, digest, change } = proposal.value;
  const [back] = useState(() => comeBackTo<Sent>(`decide ${id}`));
  const [reason, setReason] = useDraft(`reject ${id}`);
  const [fingerprint, setFingerprint] = useDraft(`fingerprint ${id}`);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState<How | undefined>(isGranted(back) ? back?.draft.form.how : undefined);
  const [error, setError] = useState<ApiError | undefined>(refusalOf(back?.ended));
  const withFingerprint = asksFingerprint(change);
  const w = words.proposal;

  const fail = (problem: ApiError) => {
    setBusy(undefined);
    setError(problem);
    if (problem.status === 412 || problem.status === 409) again();
  };
  const send = async (etag: string, { how, body }: Sent, mayLeave: boolean) => {
    setBusy(how);
    setError(undefined);
    try {
      const { value } = await staff.decide(id, etag, how, body);
      setReason('');
      setFingerprint('');
      decided(value);
    } catch (failure) {
      const problem = asApiError(failure);
      if (mayLeave && problem.code === STEP_UP) return leave(etag, { how, body });
      fail(problem);
    }
  };
  const leave = async (etag: string, form: Sent) => {
    try {
      // what is said to reject is named as a whole, so that a second factor shown for it approves nothing
      const named = form.how === 'approve' ? digest : await digestOf({ digest, reason: form.body.reason ?? '' });
      const order = { operation: 'manage-endpoints', object: id, etag, digest: named } as const;
      await leaveForSecondFactor(order, { act: `decide ${id}`, etag, key: '', form });
    } catch (failure) {
      fail(asApiError(failure));
    }
  };
  useEffect(() => {
    if (back && isGranted(back)) void send(back.draft.etag, back.draft.form, false);
  }, []);

  // where the second factor is always asked for, no attempt without it is made, which would stand in the log
  const decide = (form: Sent) => {
    const etag = proposal.etag ?? '';
    setError(undefined);
    setBusy(form.how);
    void (isAboutPeople(change) ? send(etag, form, true) : leave(etag, form));
  };
  const approve = (event: FormEvent) => {
    event.preventDefault();
    const typed = fingerprintOf(fingerprint);
    const wrong = withFingerprint && !FINGERPRINT.test(typed);
    setFault(wrong ? w.badFingerprint : undefined);
    if (wrong) document.getElementById('proposal-fingerprint')?.focus();
    else decide({ how: 'approve', body: { digest, ...(withFingerprint && { fingerprint: typed }) } });
  };
  const reject = (event: FormEvent) => {
    event.preventDefault();
    decide({ how: 'reject', body: { digest, reason: reason.trim() } });
  };

  return (
    <section aria-labelledby="decide-title">
      <Title headingLevel="h2" id="decide-title">{w.decide}</Title>
      {error && <Problem error={error} />}
      <form onSubmit={approve} noValidate>
        <p>{approvable ? w.approveLead : w.overtaken}</p>
        <p>
          {w.digest}: <Digest hex={digest} />
        </p>
        {withFingerprint && (
          <TextField
            id="proposal-fingerprint"
            label={w.fingerprint}
            fault={fault}
            value={fingerprint}
            maxLength={128}
            required
            onChange={(text) => {
              const wrong = faultOfTyped(text, true);
              setFingerprint(wrong === undefined ? text : '');
              setFault(wrong);
            }}
          />
        )}
        {!isAboutPeople(change) && <p>{words.stepUp.lead}</p>}
        <Button
          id="approve-proposal"
          type="submit"
          variant="primary"
          isDisabled={!approvable || busy !== undefined}
          isLoading={busy === 'approve'}
        >
          {w.approve}
        </Button>
      </form>
      <form onSubmit={reject} className="sh-second">
        <p>{w.rejectLead}</p>
        <label htmlFor="proposal-reason">{w.rejectReason}</label>
        <TextArea
          id="proposal-reason"
          value={reason}
          onChange={(_, value) => setReason(value)}
          maxLength={TEXT}
          isRequired
        />
        <Button
          id="reject-proposal"
          type="submit"
          variant="secondary"
          isDisabled={reason.trim() === '' || busy !== undefined}
          isLoading={busy === 'reject'}
        >
          {w.reject}
        </Button>
      </form>
    </section>
  );
}
