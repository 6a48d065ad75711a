import { useEffect, useRef, useState } from 'react';
import { DescriptionList } from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { glasses, type Glass } from '../glass';
import { useLoad } from '../load';
import { Loading, Time } from '../parts/Bits';
import { BreakGlassForm } from '../parts/BreakGlassForm';
import { EndGlass } from '../parts/EndGlass';
import { Fact } from '../parts/Facts';
import { Late } from '../parts/Late';
import { Problem } from '../parts/Problem';
import { words } from '../words';

/** For a supervisor, in an emergency: reads one case of another unit. */
export function BreakGlass() {
  const { loaded, error, again } = useLoad('mine', glasses.mine);
  const [ended, setEnded] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (ended) told.current?.focus();
  }, [ended]);
  const w = words.glass;
  const broken = () => {
    setEnded(false);
    again();
  };
  const over = () => {
    setEnded(true);
    again();
  };
  const glass = loaded?.value.items[0];
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
      {error && <Problem error={error} again={again} />}
      {!loaded && !error && <Loading />}
      {glass && <Late act="break-glass" />}
      {glass && <Open glass={glass} over={over} />}
      {loaded && !glass && <BreakGlassForm broken={broken} />}
    </PageSection>
  );
}

/** What was broken, with the way to the case and the way out. */
function Open({ glass, over }: { glass: Glass; over: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.glass;

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
      <EndGlass glass={glass} over={over} />
    </section>
  );
}
