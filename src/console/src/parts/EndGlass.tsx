import { useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError } from '../api';
import { glasses, type Glass } from '../glass';
import { asApiError } from '../load';
import { words } from '../words';
import { Link } from './Bits';
import { Problem } from './Problem';

/** The way to the case that somebody reads in an emergency, and the way out. */
export function EndGlass({ glass, over }: { glass: Glass; over: () => void }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const w = words.glass;

  const end = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await glasses.end(glass.id);
      over();
    } catch (failure) {
      const problem = asApiError(failure);
      if (problem.code === 'glass-wrong-state') return over();
      setBusy(false);
      setError(problem);
    }
  };

  return (
    <>
      {error && <Problem error={error} />}
      <div className="sh-actions">
        <Link to={`/referrals/${glass.referralId}`}>{w.read}</Link>
        <Button id="end-glass" variant="secondary" isDisabled={busy} isLoading={busy} onClick={end}>
          {w.end}
        </Button>
      </div>
    </>
  );
}
