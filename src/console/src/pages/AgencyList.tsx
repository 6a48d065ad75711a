import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import { etagOf, holds, standings, type Standing } from '../hold';
import { LINE } from '../limits';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, Table } from '../parts/Bits';
import { Held } from '../parts/Held';
import { Late } from '../parts/Late';
import { Problem } from '../parts/Problem';
import { ReasonForm } from '../parts/ReasonForm';
import { Told } from '../parts/Told';
import { waitingAct } from '../stepup';
import { words } from '../words';

/** Which agencies receive, and which are held back: an administrator holds one, a supervisor lifts that. */
export function AgencyList({ me }: { me: Me }) {
  const { loaded, error, again } = useLoad('agencies', standings);
  const w = words.agencies;
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.nav.agencies}
      </Title>
      <p>{w.lead}</p>
      {error && <Problem error={error} again={again} />}
      {!loaded && !error && <Loading />}
      {loaded?.value.length === 0 && (
        <EmptyState titleText={w.noneTitle} headingLevel="h2">
          <EmptyStateBody>{w.none}</EmptyStateBody>
        </EmptyState>
      )}
      {loaded && loaded.value.length > 0 && <Agencies me={me} agencies={loaded.value} again={again} />}
    </PageSection>
  );
}

type How = 'hold' | 'lift';

/** What is being done to which agency; it stays open when somebody else does it meanwhile. */
interface Doing {
  how: How;
  id: string;
}

/** What `me` may do to `agency`, as far as this page can tell; the gateway decides. */
function actOf(me: Me, agency: Standing): How | undefined {
  if (agency.hold === undefined) return me.roles.includes('administrator') ? 'hold' : undefined;
  return me.roles.includes('release-supervisor') ? 'lift' : undefined;
}

/** What somebody left for with their second factor. */
function comingBack(): Doing | undefined {
  const [how, id] = waitingAct()?.split(' ') ?? [];
  return how === 'lift' && id !== undefined ? { how, id } : undefined;
}

function Agencies({ me, agencies, again }: { me: Me; agencies: Standing[]; again: () => void }) {
  const [doing, setDoing] = useState<Doing | undefined>(comingBack);
  const [done, setDone] = useState<How>();
  const w = words.agencies;
  const chosen = agencies.find(({ id }) => id === doing?.id);
  const open = (next: Doing) => {
    setDone(undefined);
    setDoing(next);
  };
  const close = () => {
    document.getElementById(`act-${doing?.id}`)?.focus();
    setDoing(undefined);
  };
  const acts = agencies.some((agency) => actOf(me, agency) !== undefined);
  const columns = [w.agency, w.name, w.country, w.standing];
  return (
    <>
      <Table caption={words.nav.agencies} columns={acts ? [...columns, words.column.action] : columns}>
        {agencies.map((agency) => (
          <Row key={agency.id}>
            <Cell column={w.agency}>
              {agency.name === '' ? agency.id : <Link to={`/registry/${agency.id}`}>{agency.id}</Link>}
            </Cell>
            <Cell column={w.name}>{agency.name}</Cell>
            <Cell column={w.country}>{agency.country}</Cell>
            <Cell column={w.standing}>
              <Held hold={agency.hold} />
            </Cell>
            {acts && (
              <Cell column={words.column.action}>
                <Act how={actOf(me, agency)} agency={agency} doing={doing} open={open} />
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      {doing && !chosen && <Late act={`${doing.how} ${doing.id}`} />}
      {doing && chosen && (
        <Acting
          key={`${doing.how} ${doing.id}`}
          how={doing.how}
          agency={chosen}
          close={close}
          changed={again}
          done={() => {
            setDoing(undefined);
            setDone(doing.how);
            again();
          }}
        />
      )}
      {done !== undefined && <Told id="agency-done">{w[done].done}</Told>}
    </>
  );
}

interface ActProps {
  how: How | undefined;
  agency: Standing;
  doing: Doing | undefined;
  open: (next: Doing) => void;
}

function Act({ how, agency: { id }, doing, open }: ActProps) {
  if (how === undefined) return null;
  const isOpen = doing?.how === how && doing.id === id;
  return (
    <Button id={`act-${id}`} variant="secondary" aria-expanded={isOpen} onClick={() => open({ how, id })}>
      {words.agencies[how].open} <span className="sh-hidden">{id}</span>
    </Button>
  );
}

interface ActingProps {
  how: How;
  agency: Standing;
  done: () => void;
  close: () => void;
  changed: () => void;
}

function Acting({ how, agency, done, close, changed }: ActingProps) {
  const { id, hold } = agency;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.agencies[how];
  return (
    <section aria-labelledby="agency-act-title">
      <h2 id="agency-act-title" className="pf-v6-c-title pf-m-lg" tabIndex={-1} ref={title}>
        {w.title}: {id}
      </h2>
      <p>{w.lead}</p>
      <ReasonForm
        act={`${how} ${id}`}
        name={`${how}-agency`}
        etag={how === 'hold' ? '' : hold && etagOf(hold)}
        button={w.button}
        longest={LINE}
        danger={how === 'hold'}
        {...(how === 'lift' && { stepUp: { operation: 'manage-endpoints', object: id } })}
        send={(etag, reason) => (how === 'hold' ? holds.hold(id, reason) : holds.lift(id, etag, reason))}
        done={done}
        changed={changed}
      />
      <Button id="agency-cancel" variant="link" onClick={close}>
        {words.reasonForm.cancel}
      </Button>
    </section>
  );
}
