import { DescriptionList } from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import { useLoad } from '../load';
import { Link, Loading } from '../parts/Bits';
import { ChangePerson } from '../parts/ChangePerson';
import { EndSession } from '../parts/EndSession';
import { Fact } from '../parts/Facts';
import { Problem } from '../parts/Problem';
import { ProposeForm } from '../parts/ProposeForm';
import { staff, type Person } from '../staff';
import { word, words } from '../words';

/** One person; for an administrator who is somebody else, with what can be proposed about them. */
export function PersonDetail({ me, number }: { me: Me; number: string }) {
  const { loaded, error, again } = useLoad(number, () => staff.person(number));
  const person = loaded?.value;
  return (
    <>
      <PageSection>
        <p>
          <Link to="/people">{words.people.back}</Link>
        </p>
        <Title headingLevel="h1">{person?.displayName ?? number}</Title>
        {error && <Problem error={error} again={again} />}
        {!person && !error && <Loading />}
        {person && <Facts person={person} />}
      </PageSection>
      {person && me.roles.includes('administrator') && (
        <>
          <Proposing me={me} person={person} again={again} />
          <PageSection>
            <EndSession number={person.number} />
          </PageSection>
        </>
      )}
    </>
  );
}

function Facts({ person }: { person: Person }) {
  const { people, person: p } = words;
  return (
    <DescriptionList isHorizontal isCompact>
      <Fact term={people.number}>{person.number}</Fact>
      <Fact term={people.roles}>{person.roles.map((role) => word(words.role, role)).join(', ')}</Fact>
      {person.unit !== undefined && <Fact term={p.unit}>{person.unit}</Fact>}
      {person.agency !== undefined && <Fact term={p.agency}>{person.agency}</Fact>}
      <Fact term={people.standing}>
        <Label color={person.active ? 'green' : 'grey'}>{person.active ? people.active : people.inactive}</Label>
      </Fact>
      <Fact term={p.revision}>{person.revision}</Fact>
    </DescriptionList>
  );
}

function Proposing({ me, person, again }: { me: Me; person: Person; again: () => void }) {
  const { number, revision } = person;
  const w = words.person;
  if (number === me.number) {
    return (
      <PageSection>
        <p id="person-own">{w.own}</p>
      </PageSection>
    );
  }
  return (
    <>
      <PageSection>
        <ChangePerson person={person} again={again} />
      </PageSection>
      {person.active && (
        <PageSection>
          <section aria-labelledby="deactivate-title">
            <Title headingLevel="h2" id="deactivate-title">{w.deactivateTitle}</Title>
            <p>{w.deactivateLead}</p>
            <ProposeForm
              id="propose-deactivate"
              label={w.deactivate}
              change={() => ({ kind: 'person-deactivate', number, revision })}
              sent={() => undefined}
              refused={(error) => error.status === 412 && again()}
            />
          </section>
        </PageSection>
      )}
    </>
  );
}
