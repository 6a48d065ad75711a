import { useState } from 'react';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import { gather, type Found } from '../gather';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, Table } from '../parts/Bits';
import { Choice, TextField } from '../parts/Field';
import { Problem } from '../parts/Problem';
import { staff, type Person } from '../staff';
import { word, words } from '../words';

type Standing = 'everybody' | 'active' | 'inactive';

/** The gateway's own list of people, for administrators and auditors. */
export function PeopleList({ me }: { me: Me }) {
  const { loaded, error, again } = useLoad('people', () => gather({ page: staff.people }));
  const w = words.people;
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.nav.people}
      </Title>
      <p>{w.lead}</p>
      {me.roles.includes('administrator') && (
        <p>
          <Link to="/proposals/new-person">{w.propose}</Link>
        </p>
      )}
      {error && <Problem error={error} again={again} />}
      {loaded ? <Filtered found={loaded.value} /> : !error && <Loading />}
    </PageSection>
  );
}

function Filtered({ found }: { found: Found<Person> }) {
  const [text, setText] = useState('');
  const [standing, setStanding] = useState<Standing>('everybody');
  const w = words.people;
  const shown = found.items.filter(
    (person) => fits(person, text) && (standing === 'everybody' || person.active === (standing === 'active')),
  );
  return (
    <>
      <div className="sh-filter" role="search">
        <TextField id="people-filter" type="search" label={w.filter} value={text} onChange={setText} />
        <Choice
          id="people-standing"
          label={w.which}
          value={standing}
          onChange={(chosen) => setStanding(chosen as Standing)}
          options={(['everybody', 'active', 'inactive'] as const).map((value) => ({ value, label: w[value] }))}
        />
      </div>
      <p role="status" id="people-count">
        {w.count(shown.length, found.items.length)}
      </p>
      {found.next !== undefined && <p>{w.more}</p>}
      {shown.length > 0 ? (
        <People people={shown} />
      ) : (
        <EmptyState titleText={w.noneTitle} headingLevel="h2">
          <EmptyStateBody>{w.none}</EmptyStateBody>
        </EmptyState>
      )}
    </>
  );
}

function People({ people }: { people: Person[] }) {
  const w = words.people;
  return (
    <Table caption={words.nav.people} columns={[w.number, w.name, w.roles, w.place, w.standing]}>
      {people.map((person) => (
        <Row key={person.number}>
          <Cell column={w.number}>
            <Link to={`/people/${person.number}`}>{person.number}</Link>
          </Cell>
          <Cell column={w.name}>{person.displayName}</Cell>
          <Cell column={w.roles}>{person.roles.map((role) => word(words.role, role)).join(', ')}</Cell>
          <Cell column={w.place}>{person.agency ?? person.unit}</Cell>
          <Cell column={w.standing}>
            <Label color={person.active ? 'green' : 'grey'}>{person.active ? w.active : w.inactive}</Label>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Whether every word of `text` stands somewhere in what is shown of `person`. */
function fits(person: Person, text: string): boolean {
  const roles = person.roles.map((role) => `${role} ${word(words.role, role)}`).join(' ');
  const all = `${person.number} ${person.displayName} ${roles} ${person.unit ?? ''} ${person.agency ?? ''}`.toLowerCase();
  return text.toLowerCase().split(/\s+/).every((part) => all.includes(part));
}
