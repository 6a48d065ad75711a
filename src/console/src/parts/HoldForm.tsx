import { useEffect, useRef } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import { api } from '../api';
import { LINE } from '../limits';
import { useLoad } from '../load';
import { words } from '../words';
import { Loading } from './Bits';
import { Problem } from './Problem';
import { ReasonForm } from './ReasonForm';

interface Props {
  id: string;
  how: 'suspend' | 'resume';
  done: () => void;
  close: () => void;
}

/** For a supervisor of the unit: holds one dispatch back, or lets it go on with the second factor. */
export function HoldForm({ id, how, done, close }: Props) {
  const { loaded, error, again } = useLoad(id, () => api.dispatch(id));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.transit[how];
  return (
    <section aria-labelledby={`${how}-title`}>
      <h3 id={`${how}-title`} className="pf-v6-c-title pf-m-md" tabIndex={-1} ref={title}>
        {w.title}
      </h3>
      <p>{w.lead}</p>
      {error && <Problem error={error} again={again} />}
      {loaded ? (
        <ReasonForm
          act={`${how} ${id}`}
          name={`${how}-dispatch`}
          etag={loaded.etag ?? ''}
          button={w.button}
          longest={LINE}
          {...(how === 'resume' && { stepUp: { operation: 'resume-dispatch', object: id } })}
          send={(etag, reason) => api[how](id, etag, reason)}
          done={done}
          changed={again}
        />
      ) : (
        !error && <Loading />
      )}
      <Button id={`${how}-cancel`} variant="link" onClick={close}>
        {words.reasonForm.cancel}
      </Button>
    </section>
  );
}
