import { useState } from 'react';
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { leaveToSignIn } from '../route';
import { words } from '../words';

/** Shown without a session: leads to the sign-in page, but never round in a circle. */
export function SignIn() {
  const [leaving] = useState(leaveToSignIn);
  return (
    <main id="content">
      <EmptyState titleText={words.signInTitle} headingLevel="h1">
        <EmptyStateBody>{leaving ? words.signInLead : words.signInAgain}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <a className="pf-v6-c-button pf-m-primary" href="/login">
              {words.signIn}
            </a>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </main>
  );
}
