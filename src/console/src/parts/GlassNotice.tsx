import { useEffect, useState } from 'react';
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import type { Me } from '../api';
import { glasses } from '../glass';
import { useLoad } from '../load';
import { useRoute } from '../route';
import { words } from '../words';
import { Link, Time } from './Bits';
import { EndGlass } from './EndGlass';
import { Told } from './Told';

/** How often it is asked whether something waits, in milliseconds. */
const LOOK = 60_000;

/**
 * Tells auditors on every page that somebody read a case in an emergency, until it is reviewed; and whoever reads one
 * that they do, wherever they signed in, until it is over.
 */
export function GlassNotice({ me }: { me: Me }) {
  const { page } = useRoute();
  if (page === 'break-glass') return null;
  if (me.glassesToReview !== undefined) return <Waiting />;
  return me.roles.includes('release-supervisor') ? <Mine page={page} /> : null;
}

/** Asks again and again, also for what somebody did in another browser. */
function useLooks(again: () => void) {
  useEffect(() => {
    const timer = setInterval(again, LOOK);
    return () => clearInterval(timer);
  }, [again]);
}

function Mine({ page }: { page: string }) {
  const { loaded, again } = useLoad('mine', glasses.mine);
  const [ended, setEnded] = useState(false);
  useLooks(again);
  // that it is over is said on the page where they ended it
  useEffect(() => setEnded(false), [page]);
  const glass = loaded?.value.items[0];
  const until = glass?.until;
  // it is over by itself when its hour is
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(again, Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until, again]);
  const w = words.glass;
  if (!glass) {
    return ended ? (
      <PageSection>
        <Told id="glass-over">{w.ended}</Told>
      </PageSection>
    ) : null;
  }
  return (
    <PageSection>
      <Alert isInline variant="warning" title={w.mine(glass.reference)}>
        <p>
          {w.until} <Time at={glass.until} />. <Link to="/break-glass">{w.toMine}</Link>
        </p>
        <EndGlass
          glass={glass}
          over={() => {
            setEnded(true);
            again();
          }}
        />
      </Alert>
    </PageSection>
  );
}

function Waiting() {
  const { loaded, again } = useLoad('waiting', glasses.waiting);
  useLooks(again);
  const count = loaded?.value.glassesToReview ?? 0;
  if (count === 0) return null;
  return (
    <PageSection>
      <Alert isInline variant="warning" title={words.glass.waiting(count)}>
        <Link to="/break-glass">{words.glass.toReview}</Link>
      </Alert>
    </PageSection>
  );
}
