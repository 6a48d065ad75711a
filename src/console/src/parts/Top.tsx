import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { Masthead, MastheadBrand, MastheadContent, MastheadMain } from '@patternfly/react-core/dist/dynamic/components/Masthead';
import type { Me } from '../api';
import { entries, sectionOf, visible } from '../nav';
import { useRoute } from '../route';
import { words } from '../words';
import { Link } from './Bits';

/** What stands above every page: where this person can go, who they are, and the way out. */
export function Top({ me }: { me: Me | undefined }) {
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
            <Navigation roles={me.roles} />
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

function Navigation({ roles }: { roles: string[] }) {
  const here = sectionOf(visible(useRoute(), roles));
  return (
    <nav aria-label={words.nav.label}>
      <ul className="sh-nav">
        {entries(roles).map((entry) => (
          <li key={entry.section}>
            <Link to={entry.to} current={entry.section === here}>
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
