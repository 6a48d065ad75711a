import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState';
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import { useLoad } from '../load';
import { Cell, Link, Loading, Row, Table } from '../parts/Bits';
import { Days } from '../parts/Certificates';
import { Problem } from '../parts/Problem';
import { daysLeft, daysToEncrypt, readRegistry, type Sight } from '../registry';
import { words } from '../words';

/** Where agencies receive, and under which authorities: for whoever proposes, approves or audits it. */
export function RegistryList() {
  const { loaded, error, again } = useLoad('registry', readRegistry);
  const w = words.registry;
  const sight = loaded?.value;
  return (
    <>
      <PageSection aria-labelledby="page-title">
        <Title headingLevel="h1" id="page-title">
          {words.nav.registry}
        </Title>
        <p>{w.lead}</p>
        {error && <Problem error={error} again={again} />}
        {!sight && !error && <Loading />}
        {sight && <p>{w.revision(sight.revision)}</p>}
        {sight && sight.agencies.length > 0 && <Agencies sight={sight} />}
        {sight?.agencies.length === 0 && (
          <EmptyState titleText={w.noneTitle} headingLevel="h2">
            <EmptyStateBody>{w.none}</EmptyStateBody>
          </EmptyState>
        )}
      </PageSection>
      {sight && (
        <PageSection>
          <Title headingLevel="h2">{w.authorities}</Title>
          <p>{w.authoritiesLead}</p>
          {sight.authorities.length > 0 ? <Authorities sight={sight} /> : <p>{w.noAuthorities}</p>}
          <p>{w.new}</p>
        </PageSection>
      )}
    </>
  );
}

function Agencies({ sight }: { sight: Sight }) {
  const w = words.registry;
  return (
    <Table caption={words.nav.registry} columns={[w.agency, w.name, w.country, w.channels, w.encryptable]}>
      {sight.agencies.map(({ agency }) => (
        <Row key={agency.id}>
          <Cell column={w.agency}>
            <Link to={`/registry/${agency.id}`}>{agency.id}</Link>
          </Cell>
          <Cell column={w.name}>
            <span className="sh-value">{agency.name}</span>
            {agency.highRisk === true && <Label color="orange">{w.highRisk}</Label>}
          </Cell>
          <Cell column={w.country}>{agency.country}</Cell>
          <Cell column={w.channels}>{agency.endpoints.map((endpoint) => endpoint.channel).join(', ')}</Cell>
          <Cell column={w.encryptable}>
            <Days left={daysToEncrypt(agency, sight.certificates, Date.now())} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Authorities({ sight }: { sight: Sight }) {
  const w = words.registry;
  return (
    <Table caption={w.authorities} columns={[w.subject, w.list, w.responder, w.left]}>
      {sight.authorities.map(({ certificate, crl, ocsp }) => {
        const facts = sight.certificates.get(certificate);
        return (
          <Row key={certificate}>
            <Cell column={w.subject}>
              <span className="sh-value">{facts?.subject ?? words.pem['unreadable']}</span>
            </Cell>
            <Cell column={w.list}>
              <span className="sh-value">{crl}</span>
            </Cell>
            <Cell column={w.responder}>
              <span className="sh-value">{ocsp ?? words.proposal.none}</span>
            </Cell>
            <Cell column={w.left}>
              <Days left={daysLeft(facts, Date.now())} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
