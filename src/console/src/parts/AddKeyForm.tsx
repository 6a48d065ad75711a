import { useState } from 'react';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { useDraftForm } from '../draft';
import { useFocusAtFault, type FieldFaults } from '../fault';
import { faultsOfKey, keyChange, keyFaultsAt, PEM, typedKey, type KeyForm } from '../registry';
import type { Change, RegistryEntry } from '../staff';
import { words } from '../words';
import { Choice, LongTextField, TextField } from './Field';
import { ProposeForm } from './ProposeForm';

interface Props {
  entry: RegistryEntry;
  /** Loads the registry again. */
  again: () => void;
}

/** For an administrator: proposes one more certificate to encrypt to, with the proof that the agency has the key. */
export function AddKeyForm({ entry, again }: Props) {
  const { agency, revision } = entry;
  const empty: KeyForm = { endpoint: agency.endpoints[0]?.id ?? '', certificate: '', request: '', fingerprint: '' };
  const [form, setForm, forget] = useDraftForm<KeyForm>(`key ${agency.id}`, empty);
  const [faults, setFaults] = useState<FieldFaults>({});
  const w = words.registry;
  useFocusAtFault(faults);

  const change = (): Change | undefined => {
    const found = faultsOfKey(form);
    setFaults(found);
    return Object.keys(found).length > 0 ? undefined : keyChange(agency.id, revision, form);
  };
  const refused = (error: ApiError) => {
    setFaults(keyFaultsAt(error.pointers, error.code));
    if (error.status === 412) again();
  };
  const type = (field: keyof KeyForm, text: string) => {
    const typed = typedKey(form, field, text);
    setForm(typed.form);
    setFaults(typed.faults);
  };
  const pem = (field: 'certificate' | 'request', label: string) => (
    <LongTextField
      id={`key-${field}`}
      label={label}
      fault={faults[`key-${field}`]}
      value={form[field]}
      maxLength={PEM}
      required
      onChange={(text) => type(field, text)}
    />
  );

  return (
    <section aria-labelledby="key-title">
      <Title headingLevel="h2" id="key-title">
        {w.keyTitle}
      </Title>
      <p>{w.keyLead}</p>
      <ProposeForm id="propose-key" label={words.person.propose} change={change} sent={forget} refused={refused}>
        <Choice
          id="key-endpoint"
          label={w.endpoint}
          fault={faults['key-endpoint']}
          value={form.endpoint}
          onChange={(endpoint) => setForm({ ...form, endpoint })}
          options={agency.endpoints.map(({ id }) => ({ value: id, label: id }))}
        />
        {pem('certificate', w.certificate)}
        {pem('request', w.request)}
        <TextField
          id="key-fingerprint"
          label={w.fingerprint}
          help={w.fingerprintHelp}
          fault={faults['key-fingerprint']}
          value={form.fingerprint}
          maxLength={128}
          required
          onChange={(text) => type('fingerprint', text)}
        />
      </ProposeForm>
    </section>
  );
}
