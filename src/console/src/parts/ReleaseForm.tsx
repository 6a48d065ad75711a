import { useRef, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { api, type Agency, type ApiError, type Loaded, type Referral } from '../api';
import { asApiError, useLoad } from '../load';
import { words } from '../words';
import { Digest, Loading } from './Bits';
import { warningOfAll } from './expiry';
import { Problem } from './Problem';

interface Props {
  referral: Loaded<Referral>;
  sealDigest: string;
  again: () => void;
}

/** For a supervisor who is neither author nor editor: names the digest and the recipients. */
export function ReleaseForm({ referral, sealDigest, again }: Props) {
  const agencies = useLoad('agencies', api.agencies);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  // one key for one intended release: a second click or a retry is the same release
  const key = useRef(crypto.randomUUID());

  const choose = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((other) => other !== id)));

  const release = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await api.release(referral.value.id, referral.etag ?? '', key.current, sealDigest, [...chosen].sort());
    } catch (reason) {
      setError(asApiError(reason));
    }
    setBusy(false);
    again();
  };

  return (
    <section aria-labelledby="release-title">
      <h2 id="release-title">{words.release.title}</h2>
      <p>{words.release.lead}</p>
      <p>
        {words.detail.sealDigest}: <Digest hex={sealDigest} />
      </p>
      {agencies.error && <Problem error={agencies.error} again={agencies.again} />}
      {!agencies.loaded && !agencies.error && <Loading />}
      {agencies.loaded?.value.items.length === 0 && <p>{words.release.noAgencies}</p>}
      <form onSubmit={release}>
        <fieldset>
          <legend>{words.release.recipients}</legend>
          {agencies.loaded?.value.items.map((agency) => (
            <Checkbox
              key={agency.id}
              id={`recipient-${agency.id}`}
              label={`${agency.id} ${agency.name} (${agency.country})`}
              description={<Receiving agency={agency} />}
              isChecked={chosen.includes(agency.id)}
              onChange={(_, on) => choose(agency.id, on)}
            />
          ))}
        </fieldset>
        {error && <Problem error={error} />}
        <Button
          id="release-referral"
          type="submit"
          variant="primary"
          isDisabled={chosen.length === 0 || busy}
          isLoading={busy}
        >
          {words.release.button}
        </Button>
      </form>
    </section>
  );
}

/** How an agency receives, and a warning when its last certificate ends soon. */
function Receiving({ agency }: { agency: Agency }) {
  const soon = agency.endpoints[0] && warningOfAll(agency.endpoints[0].certificates);
  return (
    <>
      {agency.channels.join(', ')}
      {soon !== undefined && <strong> {words.expiry['lead']} {soon}</strong>}
    </>
  );
}
