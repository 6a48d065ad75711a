// The console's own addresses; the gateway answers each of them with this application.
import { useEffect, useState } from 'react';

export type Route = { page: 'list' } | { page: 'detail'; id: string } | { page: 'none' };

const DETAIL = /^\/referrals\/([0-9a-f-]{36})$/;
const RETURN = 'safehand.return';
const TRIED = 'safehand.tried';

export function parse(path: string): Route {
  if (path === '/' || path === '/referrals') return { page: 'list' };
  const detail = DETAIL.exec(path);
  return detail?.[1] ? { page: 'detail', id: detail[1] } : { page: 'none' };
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
