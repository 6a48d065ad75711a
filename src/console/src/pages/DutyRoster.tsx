import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError, Me } from '../api';
import { asApiError, useLoad } from '../load';
import { AddDutyForm } from '../parts/AddDutyForm';
import { Cell, Loading, Row, Table, Time } from '../parts/Bits';
import { Problem } from '../parts/Problem';
import { staff, type Duty } from '../staff';
import { words } from '../words';

/** Who of the unit is on duty; a supervisor keeps the list, an officer reads it. */
export function DutyRoster({ me }: { me: Me }) {
  const { loaded, error, again } = useLoad('duty', staff.duty);
  const [done, setDone] = useState<{ text: string }>();
  const keeps = me.roles.includes('release-supervisor');
  const w = words.duty;
  const shifts = loaded?.value.items;
  const after = (text: string) => {
    setDone({ text });
    again();
  };
  return (
    <>
      <PageSection aria-labelledby="page-title">
        <Title headingLevel="h1" id="page-title">
          {words.nav.duty}
        </Title>
        <p>{w.lead}</p>
        {error && <Problem error={error} again={again} />}
        {!shifts && !error && <Loading />}
        {done && <Done key={done.text} done={done} />}
        {shifts?.length === 0 && (
          <EmptyState titleText={w.noneTitle} headingLevel="h2">
            <EmptyStateBody>{keeps ? w.none.keeps : w.none.reads}</EmptyStateBody>
          </EmptyState>
        )}
        {shifts && shifts.length > 0 && (
          <Shifts shifts={shifts} keeps={keeps} removed={() => after(w.removed)} again={again} />
        )}
      </PageSection>
      {keeps && (
        <PageSection>
          <AddDutyForm added={() => after(w.added)} />
        </PageSection>
      )}
    </>
  );
}

/** What was done; takes the focus, because the button that had it may be gone. */
function Done({ done }: { done: { text: string } }) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), [done]);
  return (
    <p id="duty-done" role="status" tabIndex={-1} ref={told}>
      {done.text}
    </p>
  );
}

interface ShiftsProps {
  shifts: Duty[];
  keeps: boolean;
  removed: () => void;
  again: () => void;
}

function Shifts({ shifts, keeps, removed, again }: ShiftsProps) {
  const w = words.duty;
  const columns = [w.person, w.standing, w.from, w.until];
  return (
    <Table caption={words.nav.duty} columns={keeps ? [...columns, words.column.action] : columns}>
      {shifts.map((shift) => (
        <Row key={shift.id}>
          <Cell column={w.person}>{shift.person}</Cell>
          <Cell column={w.standing}>
            {Date.parse(shift.from) <= Date.now() ? <Label color="green">{w.now}</Label> : <Label>{w.later}</Label>}
          </Cell>
          <Cell column={w.from}>
            <Time at={shift.from} />
          </Cell>
          <Cell column={w.until}>
            <Time at={shift.until} />
          </Cell>
          {keeps && (
            <Cell column={words.column.action}>
              <Removal shift={shift} removed={removed} again={again} />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}

/** Asks once more before a shift is taken away. */
function Removal({ shift, removed, again }: { shift: Duty; removed: () => void; again: () => void }) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const yes = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef(asked);
  const w = words.duty;
  // the keyboard follows the question, and goes back when it is answered with no
  useEffect(() => {
    if (before.current !== asked) (asked ? yes : opener).current?.focus();
    before.current = asked;
  }, [asked]);

  const remove = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await staff.removeDuty(shift.id);
      removed();
    } catch (failure) {
      const problem = asApiError(failure);
      setBusy(false);
      setError(problem);
      if (problem.status === 404) again();
    }
  };

  if (!asked) {
    return (
      <Button ref={opener} id={`remove-${shift.id}`} variant="secondary" onClick={() => setAsked(true)}>
        {w.remove} <span className="sh-hidden">{shift.person}</span>
      </Button>
    );
  }
  return (
    <div role="group" aria-label={w.removeAsk(shift.person)}>
      <p>{w.removeAsk(shift.person)}</p>
      {error && <Problem error={error} />}
      <div className="sh-actions">
        <Button ref={yes} id={`remove-yes-${shift.id}`} variant="danger" isDisabled={busy} isLoading={busy} onClick={remove}>
          {w.removeYes}
        </Button>
        <Button variant="link" isDisabled={busy} onClick={() => setAsked(false)}>
          {w.removeNo}
        </Button>
      </div>
    </div>
  );
}
