import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox';
import { belongsToAgency, exclusion, ROLES, type Faults, type PersonForm } from '../person';
import { word, words } from '../words';
import { Group, TextField } from './Field';

interface Props {
  form: PersonForm;
  change: (form: PersonForm) => void;
  faults: Faults;
  /** Whether the number is still to be given; nobody's is ever changed. */
  isNew: boolean;
}

/** The first field of a person's form that is at fault, by its id. */
export function firstAtFault(faults: Faults): string | undefined {
  return (['number', 'displayName', 'roles', 'place'] as const).map((f) => faults[f] && `person-${f}`).find(Boolean);
}

/** What a person is given; roles that exclude one another are told of at once. */
export function PersonFields({ form, change, faults, isNew }: Props) {
  const w = words.person;
  const choose = (role: string, on: boolean) =>
    change({ ...form, roles: on ? [...form.roles, role] : form.roles.filter((other) => other !== role) });
  return (
    <>
      {isNew && (
        <TextField
          id="person-number"
          label={words.people.number}
          help={w.numberHelp}
          fault={faults.number}
          value={form.number}
          maxLength={64}
          required
          onChange={(number) => change({ ...form, number })}
        />
      )}
      <TextField
        id="person-displayName"
        label={words.people.name}
        fault={faults.displayName}
        value={form.displayName}
        maxLength={128}
        required
        onChange={(displayName) => change({ ...form, displayName })}
      />
      <Group id="person-roles" label={words.people.roles} help={w.rolesHelp} fault={faults.roles}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            id={`role-${role}`}
            label={word(words.role, role)}
            isChecked={form.roles.includes(role)}
            onChange={(_, on) => choose(role, on)}
          />
        ))}
        <div role="status" id="person-exclusion">
          {faults.roles === undefined && exclusion(form.roles)}
        </div>
      </Group>
      <TextField
        id="person-place"
        label={belongsToAgency(form.roles) ? w.agency : w.unit}
        help={w.placeHelp}
        fault={faults.place}
        value={form.place}
        maxLength={64}
        required
        onChange={(place) => change({ ...form, place })}
      />
    </>
  );
}
