import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Masthead, MastheadBrand, MastheadContent, MastheadMain } from '@patternfly/react-core/dist/dynamic/components/Masthead';
import { Page, PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { SkipToContent } from '@patternfly/react-core/dist/dynamic/components/SkipToContent';
import { api, type Me } from './api';
import { useLoad } from './load';
import { ReferralDetail } from './pages/ReferralDetail';
import { ReferralList } from './pages/ReferralList';
import { SignIn } from './pages/SignIn';
import { Link, Loading } from './parts/Bits';
import { LogWarning } from './parts/LogWarning';
import { Problem } from './parts/Problem';
import { comeBack, useRoute, type Route } from './route';
import { refusalOf, takeEnding, waitingAct } from './stepup';
import { words } from './words';

/** The whole console: who is signed in decides between the sign-in page and the work. */
export function App() {
  const me = useLoad('me', api.me);
  const known = me.loaded?.value;
  useEffect(() => {
    if (known) comeBack();
  }, [known]);
  if (me.error?.status === 401) return <SignIn />;
  return (
    <Page
      mainContainerId="content"
      masthead={<Top me={known} />}
      skipToContent={<SkipToContent href="#content">{words.skip}</SkipToContent>}
    >
      {me.error && (
        <PageSection>
          <Problem error={me.error} again={me.again} />
        </PageSection>
      )}
      {known && <LogWarning me={known} />}
      {known && <LostSecondFactor />}
      {known && <Content me={known} />}
      {!known && !me.error && <Loading />}
    </Page>
  );
}

/** Says how a second factor ended that no page waits for. */
function LostSecondFactor() {
  const [error] = useState(() => (waitingAct() === undefined || location.pathname === '/' ? refusalOf(takeEnding()) : undefined));
  return error ? (
    <PageSection>
      <Problem error={error} />
    </PageSection>
  ) : null;
}

function Content({ me }: { me: Me }) {
  const route = useRoute();
  const first = useRef(true);
  const path = route.page === 'detail' ? route.id : route.page;
  useEffect(() => {
    // a page that was navigated to, not loaded, takes the focus as a loaded one would
    if (!first.current) document.getElementById('content')?.focus();
    first.current = false;
  }, [path]);
  return <Shown me={me} route={route} />;
}

function Shown({ me, route }: { me: Me; route: Route }) {
  switch (route.page) {
    case 'list':
      return <ReferralList me={me} />;
    case 'detail':
      return <ReferralDetail key={route.id} me={me} id={route.id} />;
    case 'none':
      return (
        <PageSection>
          <h1>{words.error.notFoundTitle}</h1>
          <p>{words.error.notFound}</p>
          <Link to="/referrals">{words.error.backToList}</Link>
        </PageSection>
      );
  }
}

function Top({ me }: { me: Me | undefined }) {
  return (
    <Masthead>
      <MastheadMain>
        <MastheadBrand>
          <span className="sh-brand">{words.product}</span>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        {me && (
          <>
            <nav aria-label={words.product}>
              <Link to="/referrals">{words.referrals}</Link>
            </nav>
            <form className="sh-signout" method="post" action="/logout">
              <span className="sh-user">{me.name}</span>
              <Button id="sign-out" type="submit" variant="secondary">
                {words.signOut}
              </Button>
            </form>
          </>
        )}
      </MastheadContent>
    </Masthead>
  );
}
