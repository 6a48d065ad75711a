import { useState } from 'react';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useDraftForm } from '../draft';
import { useFocusAtFault } from '../fault';
import { Link } from '../parts/Bits';
import { firstAtFault, PersonFields } from '../parts/PersonFields';
import { ProposeForm } from '../parts/ProposeForm';
import { faultsAt, faultsOf, termsOf, type Faults, type PersonForm } from '../person';
import type { Change } from '../staff';
import { words } from '../words';

const NOBODY: PersonForm = { number: '', displayName: '', roles: [], place: '' };

/** For administrators: proposes somebody who is not on the list yet. */
export function NewPerson() {
  const [form, setForm, forget] = useDraftForm('new person', NOBODY);
  const [faults, setFaults] = useState<Faults>({});
  const w = words.person;
  useFocusAtFault(faults, firstAtFault);

  const change = (): Change | undefined => {
    const found = faultsOf(form);
    setFaults(found);
    return Object.keys(found).length > 0 ? undefined : { kind: 'person-create', person: { ...termsOf(form) } };
  };

  return (
    <PageSection aria-labelledby="page-title">
      <p>
        <Link to="/people">{words.people.back}</Link>
      </p>
      <Title headingLevel="h1" id="page-title">
        {w.newTitle}
      </Title>
      <p>{w.newLead}</p>
      <ProposeForm
        id="propose-person"
        label={w.propose}
        change={change}
        sent={forget}
        refused={(error) => setFaults(faultsAt(error.pointers))}
      >
        <PersonFields form={form} change={setForm} faults={faults} isNew />
      </ProposeForm>
    </PageSection>
  );
}
