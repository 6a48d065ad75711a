import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { useDraftForm } from '../draft';
import { useFocusAtFault } from '../fault';
import { faultsAt, faultsOf, formOf, isSame, termsOf, type Faults, type PersonForm } from '../person';
import { describe } from '../proposal';
import type { Change, Person } from '../staff';
import { words } from '../words';
import { Overtaken } from './Overtaken';
import { firstAtFault, PersonFields } from './PersonFields';
import { ProposeForm } from './ProposeForm';

/** What is entered, and the person as they were read when it was begun. */
interface Draft {
  base: Person;
  form: PersonForm;
}

interface Props {
  person: Person;
  /** Loads the person again. */
  again: () => void;
}

/** For an administrator who is not this person: proposes other roles, another name or another place. */
export function ChangePerson({ person, again }: Props) {
  const [draft, setDraft, forget] = useDraftForm<Draft>(`person ${person.number}`, { base: person, form: formOf(person) });
  const [faults, setFaults] = useState<Faults>({});
  const [same, setSame] = useState(false);
  const w = words.person;
  useFocusAtFault(faults, firstAtFault);

  const change = (): Change | undefined => {
    const found = faultsOf(draft.form);
    setFaults(found);
    const unchanged = isSame(draft.base, draft.form);
    setSame(unchanged);
    if (Object.keys(found).length > 0 || unchanged) return undefined;
    return { kind: 'person-change', person: { ...termsOf(draft.form) }, revision: draft.base.revision };
  };
  const refused = (error: ApiError) => {
    setFaults(faultsAt(error.pointers));
    if (error.status === 412) again();
  };
  const discard = () => {
    setDraft({ base: person, form: formOf(person) });
    setFaults({});
    forget();
  };

  return (
    <section aria-labelledby="change-title">
      <Title headingLevel="h2" id="change-title">{w.changeTitle}</Title>
      <p>{w.changeLead}</p>
      {!person.active && <p>{w.bringBack}</p>}
      {draft.base.revision !== person.revision && (
        <Overtaken
          id="person-changed"
          title={w.changed}
          before={describe(draft.base)}
          now={describe(person)}
          adopt={() => setDraft({ ...draft, base: person })}
        />
      )}
      <ProposeForm
        id="propose-change"
        label={w.propose}
        change={change}
        sent={forget}
        refused={refused}
        also={
          <Button id="discard-change" variant="link" onClick={discard}>
            {w.discard}
          </Button>
        }
      >
        <PersonFields form={draft.form} change={(form) => setDraft({ ...draft, form })} faults={faults} isNew={false} />
        <p role="status" id="change-same">
          {same && w.same}
        </p>
      </ProposeForm>
    </section>
  );
}
