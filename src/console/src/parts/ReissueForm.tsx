import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio';
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput';
import { api, type ApiError, type Certificate, type Dispatch, type Loaded } from '../api';
import { useDraft } from '../draft';
import { useIntentKey } from '../intent';
import { LINE } from '../limits';
import { asApiError, useLoad } from '../load';
import { comeBackTo, isGranted, leaveForSecondFactor, refusalOf, reissueDigest, type Draft } from '../stepup';
import { words } from '../words';
import { Digest, Loading, Time } from './Bits';
import { isUsable, warning } from './expiry';
import { Problem } from './Problem';

interface Props {
  id: string;
  done: () => void;
  close: () => void;
}

/** For a supervisor of the unit: names the certificate that the same seal should now go to, and shows the second factor. */
export function ReissueForm({ id, done, close }: Props) {
  const dispatch = useLoad(id, () => api.dispatch(id));
  const agencies = useLoad('agencies', api.agencies);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const error = dispatch.error ?? agencies.error;
  const again = () => {
    dispatch.again();
    agencies.again();
  };
  const certificates = agencies.loaded?.value.items
    .find((agency) => agency.id === dispatch.loaded?.value.agency)
    ?.endpoints.find((endpoint) => endpoint.id === dispatch.loaded?.value.endpoint)?.certificates;
  return (
    <section aria-labelledby="reissue-title">
      <h3 id="reissue-title" className="pf-v6-c-title pf-m-md" tabIndex={-1} ref={title}>
        {words.reissue.title}
      </h3>
      <p>{words.reissue.lead}</p>
      {error && <Problem error={error} again={again} />}
      {dispatch.loaded && agencies.loaded ? (
        <Choice
          dispatch={dispatch.loaded}
          certificates={certificates ?? []}
          done={done}
          changed={dispatch.again}
        />
      ) : (
        !error && <Loading />
      )}
      <Button id="reissue-cancel" variant="link" onClick={close}>
        {words.reissue.cancel}
      </Button>
    </section>
  );
}

interface ChoiceProps {
  dispatch: Loaded<Dispatch>;
  certificates: Certificate[];
  done: () => void;
  changed: () => void;
}

interface Reissue {
  certificate: string;
  reason: string;
}

function Choice({ dispatch, certificates, done, changed }: ChoiceProps) {
  const { id, sealDigest, recipientCertificate } = dispatch.value;
  const [back] = useState(() => comeBackTo<Reissue>(`reissue ${id}`));
  const [chosen, setChosen] = useState(back?.draft.form.certificate ?? '');
  const [reason, setReason] = useDraft(`reissue ${id}`, back?.draft.form.reason);
  const [busy, setBusy] = useState(isGranted(back));
  const [error, setError] = useState<ApiError | undefined>(refusalOf(back?.ended));
  const keyOf = useIntentKey(back && { meant: { etag: back.draft.etag, ...back.draft.form }, key: back.draft.key });
  const others = certificates.filter((it) => it.sha256 !== recipientCertificate && isUsable(it));

  const fail = (failure: unknown) => {
    const problem = asApiError(failure);
    setBusy(false);
    setError(problem);
    if (problem.status === 412 || problem.status === 409) changed();
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    const etag = dispatch.etag ?? '';
    const form = { certificate: chosen, reason };
    try {
      const digest = await reissueDigest(chosen, reason);
      await leaveForSecondFactor(
        { operation: 'reissue', object: id, etag, digest },
        { act: `reissue ${id}`, etag, key: keyOf({ etag, ...form }), form },
      );
    } catch (failure) {
      fail(failure);
    }
  };

  const reissue = async ({ etag, key, form }: Draft<Reissue>) => {
    try {
      await api.reissue(id, etag, key, form.certificate, form.reason);
      setReason('');
      done();
    } catch (failure) {
      fail(failure);
    }
  };
  useEffect(() => {
    if (back && isGranted(back)) void reissue(back.draft);
  }, []);

  if (others.length === 0) {
    return error ? <Problem error={error} /> : <p id="reissue-nothing">{words.reissue.nothing}</p>;
  }
  return (
    <form onSubmit={confirm}>
      <fieldset>
        <legend>{words.reissue.certificate}</legend>
        {others.map((certificate) => (
          <Radio
            key={certificate.sha256}
            id={`certificate-${certificate.sha256}`}
            name="certificate"
            label={<Digest hex={certificate.sha256} />}
            description={<Standing certificate={certificate} />}
            isChecked={chosen === certificate.sha256}
            onChange={() => setChosen(certificate.sha256)}
          />
        ))}
      </fieldset>
      <label htmlFor="reissue-reason">{words.reissue.reason}</label>
      <TextInput
        id="reissue-reason"
        value={reason}
        maxLength={LINE}
        isRequired
        onChange={(_, text) => setReason(text)}
      />
      <div role="status">
        {chosen !== '' && (
          <p>
            {words.reissue.confirm} <Digest hex={sealDigest} /> {words.reissue.to} <Digest hex={chosen} />
          </p>
        )}
      </div>
      {error && <Problem error={error} />}
      <p>{words.stepUp.lead}</p>
      <Button
        id="reissue-dispatch"
        type="submit"
        variant="primary"
        isDisabled={chosen === '' || reason.trim() === '' || busy}
        isLoading={busy}
      >
        {words.reissue.button}: {words.stepUp.button}
      </Button>
    </form>
  );
}

/** How a certificate encrypts, until when it is valid, and a warning when that is soon. */
function Standing({ certificate }: { certificate: Certificate }) {
  const soon = warning(certificate);
  return (
    <>
      {certificate.algorithm}, {words.reissue.validUntil} <Time at={certificate.validUntil} />
      {soon !== undefined && <strong> {soon}</strong>}
    </>
  );
}
