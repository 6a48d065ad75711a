import { useEffect, useRef, useState } from 'react';
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button';
import type { Exhibit } from '../api';
import { words } from '../words';
import { Cell, Digest, Row, size, Table } from './Bits';
import { OpenExhibitForm } from './OpenExhibitForm';

interface Props {
  referral: string;
  exhibits: Exhibit[];
  mayOpen: boolean;
  again: () => void;
}

/** The exhibits by name and digest. Evidence itself is never shown; who may, saves it. */
export function Exhibits({ referral, exhibits, mayOpen, again }: Props) {
  const [opening, setOpening] = useState<Exhibit>();
  const [opened, setOpened] = useState<Exhibit>();
  const told = useRef<HTMLParagraphElement>(null);
  // the form that had the focus is gone
  useEffect(() => {
    if (opened) told.current?.focus();
  }, [opened]);
  const c = words.column;
  if (exhibits.length === 0) return <p>{words.detail.noExhibits}</p>;
  const columns = [c.number, c.name, c.type, c.size, c.digest];
  const close = () => {
    const opener = opening?.number;
    setOpening(undefined);
    document.getElementById(`open-exhibit-${opener}`)?.focus();
  };
  return (
    <>
      <Table caption={words.detail.exhibits} columns={mayOpen ? [...columns, c.action] : columns}>
        {exhibits.map((exhibit) => (
          <Row key={exhibit.id}>
            <Cell column={c.number}>{exhibit.number}</Cell>
            <Cell column={c.name}>{exhibit.name}</Cell>
            <Cell column={c.type}>{exhibit.mediaType}</Cell>
            <Cell column={c.size}>{size(exhibit.size)}</Cell>
            <Cell column={c.digest}>
              <Digest hex={exhibit.sha256} />
            </Cell>
            {mayOpen && (
              <Cell column={c.action}>
                <Button
                  id={`open-exhibit-${exhibit.number}`}
                  variant="secondary"
                  aria-expanded={opening?.number === exhibit.number}
                  aria-label={`${words.opening.open} ${exhibit.number}`}
                  onClick={() => {
                    setOpened(undefined);
                    setOpening(exhibit);
                  }}
                >
                  {words.opening.open}
                </Button>
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      {mayOpen && opening && (
        <OpenExhibitForm
          key={opening.number}
          referral={referral}
          exhibit={opening}
          close={close}
          done={() => {
            setOpening(undefined);
            setOpened(opening);
            again();
          }}
        />
      )}
      {opened && (
        <p id="opening-done" role="status" tabIndex={-1} ref={told}>
          {words.opening.done} <Digest hex={opened.sha256} />
        </p>
      )}
    </>
  );
}
