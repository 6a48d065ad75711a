import { useEffect } from 'react';
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { api, type Me } from '../api';
import { useLoad } from '../load';
import { word, words } from '../words';

/** How often the log is asked how far it is, in milliseconds. */
const LOOK = 60_000;
const MAY_READ = new Set(['referral-officer', 'release-supervisor', 'auditor', 'administrator']);

/** One line on every page while the custody log is too far behind for anything to leave. */
export function LogWarning({ me }: { me: Me }) {
  return me.roles.some((role) => MAY_READ.has(role)) ? <Standing /> : null;
}

function Standing() {
  const { loaded, again } = useLoad('standing', api.standing);
  useEffect(() => {
    const timer = setInterval(again, LOOK);
    return () => clearInterval(timer);
  }, [again]);
  const stage = loaded?.value.staleAt;
  if (stage === undefined) return null;
  return (
    <PageSection>
      <Alert isInline variant="warning" title={word(words.logStale, stage)} />
    </PageSection>
  );
}
