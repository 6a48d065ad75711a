import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { Json } from '../json';
import { words } from '../words';
import { SideBySide } from './SideBySide';

interface Props {
  id: string;
  title: string;
  before: Json;
  now: Json;
  /** Goes on with what was entered, on top of what is there now. */
  adopt: () => void;
}

/** What somebody else changed since a form was begun, field by field; the entries stay as they are. */
export function Overtaken({ id, title, before, now, adopt }: Props) {
  const { proposal, person } = words;
  return (
    <Alert isInline variant="warning" title={title} id={id}>
      <SideBySide
        caption={title}
        now={{ heading: proposal.before, value: before }}
        next={{ heading: proposal.now, value: now }}
      />
      <Button id="adopt-change" variant="secondary" onClick={adopt}>
        {person.adopt}
      </Button>
    </Alert>
  );
}
