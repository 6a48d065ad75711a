import { useEffect, useRef, useState } from 'react';
import { Page, PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { SkipToContent } from '@patternfly/react-core/dist/dynamic/components/SkipToContent';
import { api, type Me } from './api';
import { draftsOf, ownerOfDrafts } from './draft';
import { useLoad } from './load';
import { visible } from './nav';
import { AgencyDetail } from './pages/AgencyDetail';
import { AgencyList } from './pages/AgencyList';
import { BreakGlass } from './pages/BreakGlass';
import { DutyRoster } from './pages/DutyRoster';
import { GlassList } from './pages/GlassList';
import { NewPerson } from './pages/NewPerson';
import { PeopleList } from './pages/PeopleList';
import { PersonDetail } from './pages/PersonDetail';
import { ProposalDetail } from './pages/ProposalDetail';
import { ProposalList } from './pages/ProposalList';
import { ReferralDetail } from './pages/ReferralDetail';
import { ReferralList } from './pages/ReferralList';
import { RegistryList } from './pages/RegistryList';
import { SettingsPage } from './pages/SettingsPage';
import { SignIn } from './pages/SignIn';
import { TransitCounts } from './pages/TransitCounts';
import { Link, Loading } from './parts/Bits';
import { GlassNotice } from './parts/GlassNotice';
import { LogWarning } from './parts/LogWarning';
import { Problem } from './parts/Problem';
import { Top } from './parts/Top';
import { comeBack, useRoute, type Route } from './route';
import { refusalOf, returnToAct, takeEnding, waitingAct } from './stepup';
import { words } from './words';

/** The whole console: who is signed in decides between the sign-in page and the work. */
export function App() {
  useState(returnToAct);
  const me = useLoad('me', api.me);
  const known = me.loaded?.value;
  // before any form is made, which would show what is kept for it
  if (known && known.number !== ownerOfDrafts()) draftsOf(known.number);
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
      {known && <GlassNotice me={known} />}
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
  const route = visible(useRoute(), me.roles);
  const first = useRef(true);
  const path = 'id' in route ? route.id : route.page;
  useEffect(() => {
    document.title = `${words.title[route.page]} - ${words.product}`;
    // a page that was navigated to, not loaded, takes the focus as a loaded one would
    if (!first.current) document.getElementById('content')?.focus();
    first.current = false;
  }, [path, route.page]);
  return <Shown me={me} route={route} />;
}

function Shown({ me, route }: { me: Me; route: Route }) {
  switch (route.page) {
    case 'referrals':
      return <ReferralList me={me} />;
    case 'referral':
      return <ReferralDetail key={route.id} me={me} id={route.id} />;
    case 'people':
      return <PeopleList me={me} />;
    case 'person':
      return <PersonDetail key={route.id} me={me} number={route.id} />;
    case 'proposals':
      return <ProposalList me={me} />;
    case 'proposal':
      return <ProposalDetail key={route.id} me={me} id={route.id} />;
    case 'new-person':
      return <NewPerson />;
    case 'settings':
      return <SettingsPage me={me} />;
    case 'agencies':
      return <AgencyList me={me} />;
    case 'registry':
      return <RegistryList />;
    case 'agency':
      return <AgencyDetail key={route.id} me={me} id={route.id} />;
    case 'duty':
      return <DutyRoster me={me} />;
    case 'counts':
      return <TransitCounts />;
    case 'break-glass':
      return me.roles.includes('auditor') ? <GlassList /> : <BreakGlass />;
    case 'home':
    case 'none':
      return (
        <PageSection>
          <h1>{words.error.notFoundTitle}</h1>
          <p>{words.error.notFound}</p>
          <Link to="/">{words.error.home}</Link>
        </PageSection>
      );
  }
}
