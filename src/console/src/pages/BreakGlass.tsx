import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { DescriptionList } from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { ApiError } from '../api';
import { forgetGlass, glasses, keepGlass, openGlass, type Glass } from '../glass';
import { asApiError } from '../load';
import { Link, Time } from '../parts/Bits';
import { BreakGlassForm } from '../parts/BreakGlassForm';
import { Fact } from '../parts/Facts';
import { Problem } from '../parts/Problem';
import { words } from '../words';

/** For a supervisor, in an emergency: reads one case of another unit. */
export function BreakGlass() {
  const [glass, setGlass] = useState(() => openGlass(Date.now()));
  const [ended, setEnded] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (ended) told.current?.focus();
  }, [ended]);
  const w = words.glass;
  const broken = (opened: Glass) => {
    keepGlass(opened);
    setEnded(false);
    setGlass(opened);
  };
  const over = () => {
    forgetGlass();
    setGlass(undefined);
    setEnded(true);
  };
  return (
    <PageSection aria-labelledby="page-title">
      <Title headingLevel="h1" id="page-title">
        {words.nav['break-glass']}
      </Title>
      <p>{w.lead}</p>
      {ended && (
        <p id="glass-ended" role="status" tabIndex={-1} ref={told}>
          {w.ended}
        </p>
      )}
      {glass ? <Open glass={glass} over={over} /> : <BreakGlassForm broken={broken} />}
    </PageSection>
  );
}

/** What was broken, with the way to the case and the way out. */
function Open({ glass, over }: { glass: Glass; over: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.glass;

  const end = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await glasses.end(glass.id);
      over();
    } catch (failure) {
      const problem = asApiError(failure);
      if (problem.code === 'glass-wrong-state') return over();
      setBusy(false);
      setError(problem);
    }
  };

  return (
    <section aria-labelledby="glass-title">
      <h2 id="glass-title" className="pf-v6-c-title pf-m-lg" tabIndex={-1} ref={title}>
        {w.openTitle}
      </h2>
      <DescriptionList isHorizontal isCompact>
        <Fact term={w.case}>{glass.reference}</Fact>
        <Fact term={w.until}>
          <Time at={glass.until} />
        </Fact>
        <Fact term={words.proposal.reason}>{glass.reason}</Fact>
      </DescriptionList>
      {error && <Problem error={error} />}
      <div className="sh-actions">
        <Link to={`/referrals/${glass.referralId}`}>{w.read}</Link>
        <Button id="end-glass" variant="secondary" isDisabled={busy} isLoading={busy} onClick={end}>
          {w.end}
        </Button>
      </div>
    </section>
  );
}
