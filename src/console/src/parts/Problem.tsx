import { Alert, AlertActionLink } from '@patternfly/react-core/dist/dynamic/components/Alert';
import type { ApiError } from '../api';
import { leaveToSignIn } from '../route';
import { STEP_UP } from '../stepup';
import { words } from '../words';

/** An error as a person needs it: what happened, the code and the trace id to quote, and a way on. */
export function Problem({ error, again }: { error: ApiError; again?: () => void }) {
  const signedOut = error.status === 401 && error.code !== STEP_UP;
  const text = signedOut
    ? words.error.signedOut
    : error.status === 0
      ? words.error.offline
      : error.status === 412
        ? words.error.changed
        : error.message;
  const advice = words.advice[error.code];
  const signIn = <AlertActionLink onClick={leaveToSignIn}>{words.error.signIn}</AlertActionLink>;
  return (
    <Alert
      isInline
      isLiveRegion
      variant="danger"
      title={words.error.title}
      actionLinks={signedOut ? signIn : again && <AlertActionLink onClick={again}>{words.retry}</AlertActionLink>}
    >
      <p>{text}</p>
      {advice !== undefined && <p>{advice}</p>}
      <p>
        {words.error.code}: <code>{error.code}</code>
      </p>
      {error.traceId !== '' && (
        <p>
          {words.error.trace}: <code>{error.traceId}</code>
        </p>
      )}
    </Alert>
  );
}
