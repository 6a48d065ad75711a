import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import { etagOf, holds, standings, type Standing } from '../hold';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, Table, Time } from '../parts/Bits';
import { Problem } from '../parts/Problem';
import { ReasonForm } from '../parts/ReasonForm';
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

/** What `me` may do to `agency`, as far as this page can tell; the gateway decides. */
function actOf(me: Me, agency: Standing): How | undefined {
  if (agency.hold === undefined) return me.roles.includes('administrator') ? 'hold' : undefined;
  return me.roles.includes('release-supervisor') ? 'lift' : undefined;
}

function Agencies({ me, agencies, again }: { me: Me; agencies: Standing[]; again: () => void }) {
  const [acting, setActing] = useState(() => agencies.find(({ id }) => waitingAct() === `lift ${id}`)?.id);
  const [done, setDone] = useState<How>();
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== undefined) told.current?.focus();
  }, [done]);
  const w = words.agencies;
  const chosen = agencies.find(({ id }) => id === acting);
  const how = chosen && actOf(me, chosen);
  const open = (id: string) => {
    setDone(undefined);
    setActing(id);
  };
  const close = () => {
    document.getElementById(`act-${acting}`)?.focus();
    setActing(undefined);
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
              <Held agency={agency} />
            </Cell>
            {acts && (
              <Cell column={words.column.action}>
                <Act how={actOf(me, agency)} agency={agency} isOpen={acting === agency.id} open={() => open(agency.id)} />
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      {chosen && how && (
        <Acting
          key={`${how} ${chosen.id}`}
          how={how}
          agency={chosen}
          close={close}
          changed={again}
          done={() => {
            setActing(undefined);
            setDone(how);
            again();
          }}
        />
      )}
      {done !== undefined && (
        <p id="agency-done" role="status" tabIndex={-1} ref={told}>
          {w[done].done}
        </p>
      )}
    </>
  );
}

function Held({ agency: { hold } }: { agency: Standing }) {
  const w = words.agencies;
  if (hold === undefined) return <Label color="green">{w.receives}</Label>;
  return (
    <>
      <Label color="orange">{w.held}</Label>
      <p>
        <Time at={hold.since} /> {words.detail.by} {hold.by}
      </p>
      <p className="sh-value">{hold.reason}</p>
    </>
  );
}

function Act(props: { how: How | undefined; agency: Standing; isOpen: boolean; open: () => void }) {
  const { how, agency, isOpen, open } = props;
  if (how === undefined) return null;
  return (
    <Button id={`act-${agency.id}`} variant="secondary" aria-expanded={isOpen} onClick={open}>
      {words.agencies[how].open} <span className="sh-hidden">{agency.id}</span>
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
        etag={hold === undefined ? '' : etagOf(hold)}
        button={w.button}
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
