import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { ApiError, Dispatch } from '../api';
import { asApiError } from '../load';
import { askForPackage, fileName, savePackage } from '../retrieval';
import { words } from '../words';
import { Digest, size } from './Bits';
import { Problem } from './Problem';
import { Told } from './Told';

interface Props {
  dispatch: Dispatch;
  isHandedOut: (dispatch: Dispatch) => boolean;
  close: () => void;
  /** It may be fetched now, or is not as it was read. */
  changed: () => void;
}

/** For a liaison: has the browser save the package, and says how to compare and open it, which never happens here. */
export function FetchForm({ dispatch, isHandedOut, close, changed }: Props) {
  const { id } = dispatch;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [told, setTold] = useState<{ what: 'done' | 'ready' }>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.transit.fetch;

  const attempt = async (act: () => Promise<void>, what: 'done' | 'ready') => {
    setBusy(true);
    setError(undefined);
    setTold(undefined);
    try {
      await act();
      setTold({ what });
    } catch (failure) {
      setError(asApiError(failure));
    }
    setBusy(false);
    changed();
  };

  return (
    <section aria-labelledby="fetch-title">
      <h3 id="fetch-title" className="pf-v6-c-title pf-m-md" tabIndex={-1} ref={title}>
        {w.title}
      </h3>
      <p id="fetch-recorded">{w.lead}</p>
      <Compared dispatch={dispatch} />
      {error && <Problem error={error} />}
      {told && <Told id={`fetch-${told.what}`}>{w[told.what](fileName(id))}</Told>}
      <div className="sh-actions">
        <Button
          id="fetch-package"
          variant="primary"
          isDisabled={busy}
          isLoading={busy}
          aria-describedby="fetch-recorded"
          onClick={() => void attempt(() => savePackage(id, isHandedOut), 'done')}
        >
          {w.button}
        </Button>
        <Button id="fetch-close" variant="link" onClick={close}>
          {w.close}
        </Button>
      </div>
      {told?.what === 'done' && (
        <p>
          {w.failed}{' '}
          <Button
            id="fetch-why"
            variant="link"
            isInline
            isDisabled={busy}
            onClick={() => void attempt(() => askForPackage(id), 'ready')}
          >
            {w.why}
          </Button>
        </p>
      )}
    </section>
  );
}

/** What it is by its digest, how to compare that with what was saved, and how to open it. */
function Compared({ dispatch: { id, packageDigest, packageSize } }: { dispatch: Dispatch }) {
  const w = words.transit.fetch;
  return (
    <>
      {packageSize !== undefined && (
        <p>
          {w.size}: {size(packageSize)}
        </p>
      )}
      {packageDigest !== undefined && (
        <p>
          {w.digest}: <Digest hex={packageDigest} />
        </p>
      )}
      <p>
        {w.compare} <code className="sh-digest">unzip -p {fileName(id)} META-INF/ASiCManifest001.xml | sha256sum</code>
      </p>
      <p>
        {w.how}{' '}
        <code className="sh-digest">
          safehand open {fileName(id)} --key KEY.pem --cert CERT.pem --trust TRUST --out opened
        </code>
      </p>
    </>
  );
}
