import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { glasses, type Glass } from '../glass';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, Table, Time } from '../parts/Bits';
import { Problem } from '../parts/Problem';
import { ReviewForm } from '../parts/ReviewForm';
import { word, words } from '../words';

/** For auditors: who read a case of another unit in an emergency, newest first. */
export function GlassList() {
  const [cursor, setCursor] = useState<string>();
  const { loaded, error, again } = useLoad(cursor ?? '', () => glasses.list(cursor));
  const page = loaded?.value;
  const w = words.glass;
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.nav['break-glass']}
      </Title>
      <p>{w.auditLead}</p>
      {error && <Problem error={error} again={again} />}
      {!page && !error && <Loading />}
      {page?.items.length === 0 && cursor === undefined && (
        <EmptyState titleText={w.noneTitle} headingLevel="h2">
          <EmptyStateBody>{w.none}</EmptyStateBody>
        </EmptyState>
      )}
      {page && page.items.length > 0 && <Glasses items={page.items} again={again} />}
      {cursor !== undefined && (
        <Button variant="link" onClick={() => setCursor(undefined)}>
          {words.first}
        </Button>
      )}
      {page?.next !== undefined && (
        <Button variant="secondary" onClick={() => setCursor(page.next)}>
          {words.next}
        </Button>
      )}
    </PageSection>
  );
}

function Glasses({ items, again }: { items: Glass[]; again: () => void }) {
  const [reviewing, setReviewing] = useState<string>();
  const [reviewed, setReviewed] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (reviewed) told.current?.focus();
  }, [reviewed]);
  const w = words.glass;
  const open = (id: string) => {
    setReviewed(false);
    setReviewing(id);
  };
  const close = () => {
    document.getElementById(`review-${reviewing}`)?.focus();
    setReviewing(undefined);
  };
  const done = () => {
    setReviewing(undefined);
    setReviewed(true);
    again();
  };
  const chosen = items.find((glass) => glass.id === reviewing);
  const columns = [w.case, w.by, w.opened, words.proposal.reason, w.state, w.review];
  return (
    <>
      <Table caption={words.nav['break-glass']} columns={columns}>
        {items.map((glass) => (
          <Row key={glass.id}>
            <Cell column={w.case}>
              <Link to={`/referrals/${glass.referralId}`}>{glass.reference}</Link>
            </Cell>
            <Cell column={w.by}>
              {glass.openedBy}, {glass.unit}
            </Cell>
            <Cell column={w.opened}>
              <Time at={glass.opened} />
            </Cell>
            <Cell column={words.proposal.reason}>
              <span className="sh-value">{glass.reason}</span>
            </Cell>
            <Cell column={w.state}>
              <Standing glass={glass} />
            </Cell>
            <Cell column={w.review}>
              <Review glass={glass} isOpen={reviewing === glass.id} open={() => open(glass.id)} />
            </Cell>
          </Row>
        ))}
      </Table>
      {chosen && <ReviewForm key={chosen.id} glass={chosen} close={close} done={done} changed={again} />}
      {reviewed && (
        <p id="review-done" role="status" tabIndex={-1} ref={told}>
          {w.reviewed}
        </p>
      )}
    </>
  );
}

function Standing({ glass }: { glass: Glass }) {
  const w = words.glass;
  return (
    <>
      <Label color={glass.state === 'REVIEWED' ? 'green' : 'orange'}>{word(words.glassState, glass.state)}</Label>
      {glass.state !== 'REVIEWED' && (
        <p>
          {w.reviewBy} <Time at={glass.reviewBy} /> {glass.overdue === true && <strong>{w.overdue}</strong>}
        </p>
      )}
    </>
  );
}

/** What was found, or the way to say it. */
function Review({ glass, isOpen, open }: { glass: Glass; isOpen: boolean; open: () => void }) {
  const w = words.glass;
  if (glass.state === 'OPEN') return <>{w.stillOpen}</>;
  if (glass.state === 'ENDED') {
    return (
      <Button id={`review-${glass.id}`} variant="secondary" aria-expanded={isOpen} onClick={open}>
        {w.review} <span className="sh-hidden">{glass.reference}</span>
      </Button>
    );
  }
  return (
    <>
      <span className="sh-value">{glass.finding}</span>
      <p>
        {glass.reviewed !== undefined && <Time at={glass.reviewed} />} {words.detail.by} {glass.reviewedBy}
      </p>
    </>
  );
}
