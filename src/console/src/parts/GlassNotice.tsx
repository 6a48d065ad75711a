import { useEffect } from 'react';
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import type { Me } from '../api';
import { glasses } from '../glass';
import { useLoad } from '../load';
import { useRoute } from '../route';
import { words } from '../words';
import { Link } from './Bits';

/** How often it is asked whether something waits, in milliseconds. */
const LOOK = 60_000;

/** Tells auditors on every page that somebody read a case in an emergency, until it is reviewed. */
export function GlassNotice({ me }: { me: Me }) {
  const { page } = useRoute();
  return me.glassesToReview === undefined || page === 'break-glass' ? null : <Waiting />;
}

function Waiting() {
  const { loaded, again } = useLoad('waiting', glasses.waiting);
  useEffect(() => {
    const timer = setInterval(again, LOOK);
    return () => clearInterval(timer);
  }, [again]);
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
