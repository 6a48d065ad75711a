// The second factor before an act. The person leaves for it and comes back to a page that is loaded anew, so what they
// were doing is kept in this tab's storage meanwhile: no secret, and nothing that the gateway would not check again.
import { api, ApiError, type StepUpOrder } from './api';
import { word, words } from './words';
import { ownerOfDrafts } from './draft';
import { digestOf } from './json';

/** The code with which the gateway asks for the second factor. */
export const STEP_UP = 'insufficient-user-authentication';

const KEPT = 'safehand.step-up';
const PARAMETER = 'step-up';
const GRANTED = 'granted';

/** What a person was about to do. */
export interface Draft<T> {
  act: string;
  etag: string;
  key: string;
  form: T;
}

/** What they were about to do, and how the second factor ended; `undefined` if they turned back on the way. */
interface Return<T> {
  draft: Draft<T>;
  ended: string | undefined;
}

/** The digest of a reissue. */
export function reissueDigest(certificate: string, reason: string): Promise<string> {
  return digestOf({ certificate, reason });
}

/** Leaves for the second factor; on a refusal stays and throws. */
export async function leaveForSecondFactor<T>(order: StepUpOrder, draft: Draft<T>): Promise<void> {
  const { value } = await api.stepUp(order);
  const kept: Kept<T> = { ...draft, by: ownerOfDrafts(), page: location.pathname };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.assign(value.authorizationUrl);
}

/** A draft, whose it is, and the page that it was begun on. */
interface Kept<T> extends Draft<T> {
  by: string;
  page: string;
}

function kept<T>(): Kept<T> | undefined {
  const text = sessionStorage.getItem(KEPT);
  return text === null ? undefined : (JSON.parse(text) as Kept<T>);
}

/** Back on the page where the act was begun, wherever else the second factor ended. */
export function returnToAct(): void {
  const page = kept()?.page;
  const ended = new URLSearchParams(location.search).has(PARAMETER);
  if (page !== undefined && ended) history.replaceState(null, '', page + location.search);
}

/** The act of this person that is waiting to be taken up again, if there is one. */
export function waitingAct(): string | undefined {
  const draft = kept();
  return draft?.by === ownerOfDrafts() ? draft.act : undefined;
}

/** Takes up `act` again, once. */
export function comeBackTo<T>(act: string): Return<T> | undefined {
  const draft = kept<T>();
  if (draft?.act !== act || draft.by !== ownerOfDrafts()) return undefined;
  sessionStorage.removeItem(KEPT);
  return { draft, ended: takeEnding() };
}

/** Whether the act may be sent now. */
export function isGranted(back: Return<unknown> | undefined): boolean {
  return back?.ended === GRANTED;
}

/** What was refused, in words. */
export function refusalOf(ended: string | undefined): ApiError | undefined {
  return ended === undefined || ended === GRANTED
    ? undefined
    : new ApiError(403, ended, word(words.stepUp.refused, ended in words.stepUp.refused ? ended : 'other'), '');
}

/** How a second factor ended that belongs to no act of this tab. */
export function takeEnding(): string | undefined {
  const ended = new URLSearchParams(location.search).get(PARAMETER) ?? undefined;
  if (ended !== undefined) history.replaceState(null, '', location.pathname);
  return ended;
}
