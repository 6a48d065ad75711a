import type { Exhibit } from '../api';
import { words } from '../words';
import { Cell, Digest, Row, size, Table } from './Bits';

/** The exhibits by name and digest. Evidence itself is never shown. */
export function Exhibits({ exhibits }: { exhibits: Exhibit[] }) {
  const c = words.column;
  if (exhibits.length === 0) return <p>{words.detail.noExhibits}</p>;
  return (
    <Table caption={words.detail.exhibits} columns={[c.number, c.name, c.type, c.size, c.digest]}>
      {exhibits.map((exhibit) => (
        <Row key={exhibit.id}>
          <Cell column={c.number}>{exhibit.number}</Cell>
          <Cell column={c.name}>{exhibit.name}</Cell>
          <Cell column={c.type}>{exhibit.mediaType}</Cell>
          <Cell column={c.size}>{size(exhibit.size)}</Cell>
          <Cell column={c.digest}>
            <Digest hex={exhibit.sha256} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
