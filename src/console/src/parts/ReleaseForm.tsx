import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { api, type Agency, type ApiError, type Loaded, type Referral } from '../api';
import { useIntentKey } from '../intent';
import { asApiError, useLoad } from '../load';
import { highRiskOf, releaseDigest, type ReleasePart } from '../release';
import { comeBackTo, isGranted, leaveForSecondFactor, refusalOf, type Draft } from '../stepup';
import { words } from '../words';
import { Digest, Loading, Time } from './Bits';
import { warningOfAll } from './expiry';
import { Problem } from './Problem';

interface Props {
  referral: Loaded<Referral>;
  sealDigest: string;
  part: ReleasePart;
  again: () => void;
  /** Says what was refused, where it outlives this form. */
  refused: (error: ApiError | undefined) => void;
}

/**
 * For a supervisor who is neither author nor editor: names the digest and the recipients, and shows the second factor.
 * The second of two supervisors releases to those whom the first named; the first is told that they are done.
 */
export function ReleaseForm({ referral, sealDigest, part, again, refused }: Props) {
  const agencies = useLoad('agencies', api.agencies);
  const { id, recipients: named } = referral.value;
  const [back] = useState(() => comeBackTo<readonly string[]>(`release ${id}`));
  const [chosen, setChosen] = useState<readonly string[]>(named ?? back?.draft.form ?? []);
  const [busy, setBusy] = useState(isGranted(back));
  const keyOf = useIntentKey(
    back && { meant: { etag: back.draft.etag, recipients: back.draft.form }, key: back.draft.key },
  );
  const items = agencies.loaded?.value.items ?? [];

  const choose = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((other) => other !== id)));

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    refused(undefined);
    const etag = referral.etag ?? '';
    try {
      const digest = await releaseDigest(sealDigest, chosen, items, part === 'second');
      await leaveForSecondFactor(
        { operation: 'release', object: id, etag, digest },
        { act: `release ${id}`, etag, key: keyOf({ etag, recipients: chosen }), form: chosen },
      );
    } catch (reason) {
      refused(asApiError(reason));
      setBusy(false);
      again();
    }
  };

  const release = async ({ etag, key, form: recipients }: Draft<readonly string[]>) => {
    try {
      await api.release(id, etag, key, sealDigest, [...recipients].sort());
    } catch (reason) {
      refused(asApiError(reason));
    }
    setBusy(false);
    again();
  };
  useEffect(() => {
    if (back) refused(refusalOf(back.ended));
    if (back && isGranted(back)) void release(back.draft);
  }, []);

  return (
    <section aria-labelledby="release-title">
      <h2 id="release-title">{words.release.title}</h2>
      {part === 'was-first' ? (
        <p id="release-barred">{words.release.wasFirst}</p>
      ) : (
        <p>{part === 'second' ? words.release.second : words.release.lead}</p>
      )}
      <First referral={referral.value} />
      <p>
        {words.detail.sealDigest}: <Digest hex={sealDigest} />
      </p>
      {agencies.error && <Problem error={agencies.error} again={agencies.again} />}
      {!agencies.loaded && !agencies.error && <Loading />}
      {agencies.loaded?.value.items.length === 0 && <p>{words.release.noAgencies}</p>}
      <form onSubmit={confirm}>
        <fieldset>
          <legend>{words.release.recipients}</legend>
          {items
            .filter((agency) => named === undefined || named.includes(agency.id))
            .map((agency) => (
              <Checkbox
                key={agency.id}
                id={`recipient-${agency.id}`}
                label={`${agency.id} ${agency.name} (${agency.country})`}
                description={<Receiving agency={agency} />}
                isChecked={chosen.includes(agency.id)}
                isDisabled={named !== undefined}
                onChange={(_, on) => choose(agency.id, on)}
              />
            ))}
        </fieldset>
        {part === 'release' && <TakesTwo ids={highRiskOf(chosen, items)} />}
        {part !== 'was-first' && <p>{words.stepUp.lead}</p>}
        <Button
          id="release-referral"
          type="submit"
          variant="primary"
          isDisabled={part === 'was-first' || chosen.length === 0 || busy}
          isLoading={busy}
          {...(part === 'was-first' && { 'aria-describedby': 'release-barred' })}
        >
          {words.release.button}: {words.stepUp.button}
        </Button>
      </form>
    </section>
  );
}

/** Who released it first, when, and to whom. */
function First({ referral }: { referral: Referral }) {
  const { endorsed, endorsedBy, recipients, highRisk } = referral;
  if (endorsed === undefined || endorsedBy === undefined) return null;
  return (
    <p>
      {words.release.firstBy} {endorsedBy}, <Time at={endorsed} />. {words.release.recipients}:{' '}
      {(recipients ?? []).join(', ')}. {words.detail.highRisk}: {(highRisk ?? []).join(', ')}.
    </p>
  );
}

/** That the release of this person is the first of two. */
function TakesTwo({ ids }: { ids: readonly string[] }) {
  return ids.length === 0 ? null : (
    <p role="status">
      {words.release.takesTwo} {ids.join(', ')}
    </p>
  );
}

/** How an agency receives, and a warning when its last certificate ends soon. */
function Receiving({ agency }: { agency: Agency }) {
  const soon = agency.endpoints[0] && warningOfAll(agency.endpoints[0].certificates);
  return (
    <>
      {agency.channels.join(', ')}
      {agency.highRisk === true && <strong> {words.release.highRisk}</strong>}
      {agency.heldBack === true && <strong> {words.agencies.heldBack}</strong>}
      {soon !== undefined && <strong> {words.expiry['lead']} {soon}</strong>}
    </>
  );
}
