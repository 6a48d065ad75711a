import { useState } from 'react';
import { comeBackTo } from '../stepup';
import { words } from '../words';
import { Told } from './Told';

/** Whoever comes back with their second factor for `act`, which cannot be done any more, is told that nothing was done. */
export function Late({ act }: { act: string }) {
  const [late] = useState(() => comeBackTo(act) !== undefined);
  return late ? <Told id="late">{words.stepUp.late}</Told> : null;
}
