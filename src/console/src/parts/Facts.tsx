// Entries of a description list.
import type { ReactNode } from 'react';
import {
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { words } from '../words';
import { Time } from './Bits';

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

/** When something happened, and by whom; nothing if it has not. */
export function Moment(props: { term: string; at: string | undefined; by?: string | undefined }) {
  if (props.at === undefined) return null;
  return (
    <Fact term={props.term}>
      <Time at={props.at} /> {props.by !== undefined && `${words.detail.by} ${props.by}`}
    </Fact>
  );
}
