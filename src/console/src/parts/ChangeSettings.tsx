import { useEffect, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { useDraftForm } from '../draft';
import { faultsAt, faultsOf, formOf, isSame, settingsOf, type SettingsFaults, type SettingsForm } from '../settings';
import type { Change, NumberedSettings } from '../staff';
import { word, words } from '../words';
import { TextField } from './Field';
import { Overtaken } from './Overtaken';
import { ProposeForm } from './ProposeForm';

/** What is entered, and the settings as they were read when it was begun. */
interface Draft {
  base: NumberedSettings;
  form: SettingsForm;
}

interface Props {
  now: NumberedSettings;
  /** Loads the settings again. */
  again: () => void;
}

/** For an administrator: proposes other settings, all of them at once. */
export function ChangeSettings({ now, again }: Props) {
  const [draft, setDraft, forget] = useDraftForm<Draft>('settings', { base: now, form: formOf(now.settings) });
  const [faults, setFaults] = useState<SettingsFaults>({});
  const [same, setSame] = useState(false);
  const w = words.settings;
  useEffect(() => {
    const first = Object.keys(now.limits).find((name) => name in faults);
    if (first !== undefined) document.getElementById(`setting-${first}`)?.focus();
  }, [faults, now.limits]);

  const change = (): Change | undefined => {
    const found = faultsOf(draft.form, now.limits);
    setFaults(found);
    const unchanged = isSame(draft.base, draft.form);
    setSame(unchanged);
    if (Object.keys(found).length > 0 || unchanged) return undefined;
    return { kind: 'settings-set', settings: settingsOf(draft.form), revision: draft.base.revision };
  };
  const refused = (error: ApiError) => {
    setFaults(faultsAt(error.pointers));
    if (error.status === 412) again();
  };
  const discard = () => {
    setDraft({ base: now, form: formOf(now.settings) });
    setFaults({});
    forget();
  };

  return (
    <section aria-labelledby="change-title">
      <Title headingLevel="h2" id="change-title">
        {w.changeTitle}
      </Title>
      <p>{w.changeLead}</p>
      {draft.base.revision !== now.revision && (
        <Overtaken
          id="settings-changed"
          title={w.changed}
          before={draft.base.settings}
          now={now.settings}
          adopt={() => setDraft({ ...draft, base: now })}
        />
      )}
      <ProposeForm
        id="propose-settings"
        label={words.person.propose}
        change={change}
        sent={forget}
        refused={refused}
        also={
          <Button id="discard-settings" variant="link" onClick={discard}>
            {words.person.discard}
          </Button>
        }
      >
        {Object.entries(now.limits).map(([name, { least, most }]) => (
          <TextField
            key={name}
            id={`setting-${name}`}
            label={word(words.member, name)}
            help={w.range(least, most)}
            fault={faults[name]}
            value={draft.form[name] ?? ''}
            maxLength={16}
            required
            onChange={(text) => setDraft({ ...draft, form: { ...draft.form, [name]: text } })}
          />
        ))}
        <p role="status" id="settings-same">
          {same && words.person.same}
        </p>
      </ProposeForm>
    </section>
  );
}
