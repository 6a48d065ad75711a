import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { useDraftForm } from '../draft';
import { useFocusAtFault, type FieldFaults } from '../fault';
import { canonical } from '../json';
import { agencyFaultsAt, agencyForm, agencyOf, CHANNELS, endpointOf, faultsOfAgency, type AgencyForm } from '../registry';
import type { Change, RegistryEntry } from '../staff';
import { words } from '../words';
import { Choice, TextField } from './Field';
import { Overtaken } from './Overtaken';
import { ProposeForm } from './ProposeForm';

/** What is entered, and the agency as it was read when it was begun. */
interface Draft {
  base: RegistryEntry;
  form: AgencyForm;
}

interface Props {
  entry: RegistryEntry;
  /** Loads the registry again. */
  again: () => void;
}

/** For an administrator: proposes another name, country, address or channel; the rest stays as it was read. */
export function ChangeAgency({ entry, again }: Props) {
  const { agency, revision } = entry;
  const fresh = { base: entry, form: agencyForm(agency) };
  const [draft, setDraft, forget] = useDraftForm<Draft>(`agency ${agency.id}`, fresh);
  const [faults, setFaults] = useState<FieldFaults>({});
  const [same, setSame] = useState(false);
  const w = words.registry;
  useFocusAtFault(faults);

  const change = (): Change | undefined => {
    const proposed = agencyOf(draft.base.agency, draft.form);
    const found = faultsOfAgency(proposed);
    setFaults(found);
    const unchanged = canonical(proposed) === canonical(draft.base.agency);
    setSame(unchanged);
    if (Object.keys(found).length > 0 || unchanged) return undefined;
    return { kind: 'agency-set', agency: proposed, revision: draft.base.revision };
  };
  const refused = (error: ApiError) => {
    setFaults(agencyFaultsAt(error.pointers));
    if (error.status === 412) again();
  };
  const discard = () => {
    setDraft(fresh);
    setFaults({});
    forget();
  };

  return (
    <section aria-labelledby="change-title">
      <Title headingLevel="h2" id="change-title">
        {w.changeTitle}
      </Title>
      <p>{w.changeLead}</p>
      {draft.base.revision !== revision && (
        <Overtaken
          id="agency-changed"
          title={w.changed}
          before={draft.base.agency}
          now={agency}
          adopt={() => setDraft({ ...draft, base: entry })}
        />
      )}
      <ProposeForm
        id="propose-agency"
        label={words.person.propose}
        change={change}
        sent={forget}
        refused={refused}
        also={
          <Button id="discard-agency" variant="link" onClick={discard}>
            {words.person.discard}
          </Button>
        }
      >
        <AgencyFields draft={draft} change={(form) => setDraft({ ...draft, form })} faults={faults} />
        <p role="status" id="agency-same">
          {same && w.same}
        </p>
      </ProposeForm>
    </section>
  );
}

interface FieldsProps {
  draft: Draft;
  change: (form: AgencyForm) => void;
  faults: FieldFaults;
}

function AgencyFields({ draft: { base, form }, change, faults }: FieldsProps) {
  const w = words.registry;
  const text = (id: string, label: string, value: string, maxLength: number, onChange: (text: string) => void) => (
    <TextField id={id} label={label} fault={faults[id]} value={value} maxLength={maxLength} required onChange={onChange} />
  );
  return (
    <>
      {text('agency-name', w.name, form.name, 128, (name) => change({ ...form, name }))}
      {text('agency-country', w.country, form.country, 2, (country) => change({ ...form, country }))}
      {base.agency.endpoints.map((read, index) => {
        const { id, address, channel } = endpointOf(form, read);
        const put = (next: { address?: string; channel?: string }) =>
          change({
            ...form,
            endpoints: [...form.endpoints.filter((it) => it.id !== id), { id, address, channel, ...next }],
          });
        return (
          <div key={id}>
            {text(`agency-address-${index}`, `${w.address}: ${id}`, address, 2048, (next) => put({ address: next }))}
            <Choice
              id={`agency-channel-${index}`}
              label={`${w.channel}: ${id}`}
              fault={faults[`agency-channel-${index}`]}
              value={channel}
              onChange={(next) => put({ channel: next })}
              options={CHANNELS.map((value) => ({ value, label: value }))}
            />
          </div>
        );
      })}
    </>
  );
}
