// A package as an agency's officer saves it: ciphertext, which nothing here opens.
import { api, root, touch, type Dispatch } from './api';
import { saveFrom } from './download';

/** The name under which it is saved. */
export function fileName(id: string): string {
  return `${id}.asice`;
}

/** Asks for its first byte, which is a retrieval of its own: throws what the gateway says against it. */
export function askForPackage(id: string): Promise<void> {
  return touch(pathOf(id));
}

/**
 * Has the browser save the package of a dispatch. A download that is refused tells no reason, so what can be known of a
 * refusal without retrieving anything is asked first; what looks like one is asked for in the gateway's own words.
 */
export async function savePackage(id: string, isHandedOut: (dispatch: Dispatch) => boolean): Promise<void> {
  const { value } = await api.dispatch(id);
  if (!isHandedOut(value)) await askForPackage(id);
  saveFrom(pathOf(id));
}

function pathOf(id: string): string {
  return `${root}/dispatches/${encodeURIComponent(id)}/package`;
}
