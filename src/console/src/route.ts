// The console's own addresses; the gateway answers each of them with this application.
import { useEffect, useState } from 'react';

export type Route =
  | {
      page:
        | 'home'
        | 'referrals'
        | 'people'
        | 'proposals'
        | 'new-person'
        | 'registry'
        | 'agencies'
        | 'settings'
        | 'duty'
        | 'break-glass'
        | 'counts'
        | 'none';
    }
  | { page: 'referral' | 'proposal' | 'person' | 'agency'; id: string };

const ID = '([0-9a-f-]{36})';
const REFERRAL = new RegExp(`^/referrals/${ID}$`);
const PROPOSAL = new RegExp(`^/proposals/${ID}$`);
const PERSON = /^\/people\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;
const AGENCY = /^\/registry\/(AG-[A-Z0-9]{1,8}-[0-9]{3,6})$/;
const PLAIN: Record<string, Route> = {
  '/': { page: 'home' },
  '/referrals': { page: 'referrals' },
  '/people': { page: 'people' },
  '/proposals': { page: 'proposals' },
  '/proposals/new-person': { page: 'new-person' },
  '/registry': { page: 'registry' },
  '/agencies': { page: 'agencies' },
  '/settings': { page: 'settings' },
  '/duty': { page: 'duty' },
  '/break-glass': { page: 'break-glass' },
  '/counts': { page: 'counts' },
};
const RETURN = 'safehand.return';
const TRIED = 'safehand.tried';

export function parse(path: string): Route {
  const plain = PLAIN[path];
  if (plain) return plain;
  const referral = REFERRAL.exec(path)?.[1];
  if (referral !== undefined) return { page: 'referral', id: referral };
  const proposal = PROPOSAL.exec(path)?.[1];
  if (proposal !== undefined) return { page: 'proposal', id: proposal };
  const agency = AGENCY.exec(path)?.[1];
  if (agency !== undefined) return { page: 'agency', id: agency };
  const person = PERSON.exec(path)?.[1];
  return person === undefined ? { page: 'none' } : { page: 'person', id: person };
}
export function go(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

export function useRoute(): Route {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const changed = () => setPath(location.pathname);
    window.addEventListener('popstate', changed);
    return () => window.removeEventListener('popstate', changed);
  }, []);
  return parse(path);
}

/** Leaves for the sign-in page, remembering where to come back to; false if that was just tried. */
export function leaveToSignIn(): boolean {
  const before = Number(sessionStorage.getItem(TRIED) ?? '0');
  if (Date.now() - before < 5000) return false;
  sessionStorage.setItem(TRIED, String(Date.now()));
  sessionStorage.setItem(RETURN, location.pathname);
  location.assign('/login');
  return true;
}

/** Goes back to where the person was before signing in. */
export function comeBack(): void {
  const path = sessionStorage.getItem(RETURN);
  sessionStorage.removeItem(RETURN);
  sessionStorage.removeItem(TRIED);
  if (path !== null && path !== location.pathname && parse(path).page !== 'none') {
    history.replaceState(null, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }
}
