import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import type { PemFacts } from '../certificate';
import { daysLeft } from '../registry';
import type { EndpointTerms } from '../staff';
import { word, words } from '../words';
import { Cell, Digest, Row, Table, Time } from './Bits';

/** Below so many days somebody should have asked for the next certificate. */
const SOON = 60;

/** How many days are left, marked by colour and told in words. */
export function Days({ left }: { left: number | undefined }) {
  const colour = left === undefined || left < 0 ? 'red' : left < SOON ? 'orange' : 'green';
  return <Label color={colour}>{words.registry.days(left)}</Label>;
}

interface Props {
  endpoint: EndpointTerms;
  facts: Map<string, PemFacts>;
}

/** Every certificate of an endpoint by what people compare, what it is for and how long it counts. */
export function Certificates({ endpoint, facts }: Props) {
  const w = words.registry;
  const all = [
    ...endpoint.encryptionCertificates.map((pem) => ({ pem, purpose: 'encryption' })),
    ...endpoint.receiptCertificates.map((pem) => ({ pem, purpose: 'receipt' })),
    ...(endpoint.machineCertificates ?? []).map((pem) => ({ pem, purpose: 'machine' })),
    { pem: endpoint.tlsCa, purpose: 'tls' },
  ];
  return (
    <Table caption={`${w.certificates}: ${endpoint.id}`} columns={[w.purpose, w.subject, words.column.digest, w.left]}>
      {all.map(({ pem, purpose }) => (
        <CertificateRow key={`${purpose} ${pem}`} purpose={word(w.purposes, purpose)} facts={facts.get(pem)} />
      ))}
    </Table>
  );
}

function CertificateRow({ purpose, facts }: { purpose: string; facts: PemFacts | undefined }) {
  const w = words.registry;
  return (
    <Row>
      <Cell column={w.purpose}>{purpose}</Cell>
      <Cell column={w.subject}>
        <span className="sh-value">{facts?.subject ?? words.pem['unreadable']}</span>
      </Cell>
      <Cell column={words.column.digest}>{facts && <Digest hex={facts.sha256} />}</Cell>
      <Cell column={w.left}>
        <Days left={daysLeft(facts, Date.now())} />{' '}
        {facts?.validUntil !== undefined && (
          <>
            {word(words.pem, 'until')} <Time at={facts.validUntil} />
          </>
        )}
      </Cell>
    </Row>
  );
}
