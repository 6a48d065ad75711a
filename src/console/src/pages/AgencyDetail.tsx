import { DescriptionList } from '@patternfly/react-core/dist/dynamic/components/DescriptionList';
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import type { PemFacts } from '../certificate';
import { holds, type Hold } from '../hold';
import { useLoad } from '../load';
import { AddKeyForm } from '../parts/AddKeyForm';
import { Link, Loading, size } from '../parts/Bits';
import { Certificates } from '../parts/Certificates';
import { ChangeAgency } from '../parts/ChangeAgency';
import { Fact } from '../parts/Facts';
import { Held } from '../parts/Held';
import { Problem } from '../parts/Problem';
import { ProposeForm } from '../parts/ProposeForm';
import { readRegistry } from '../registry';
import type { EndpointTerms, RegistryEntry } from '../staff';
import { words } from '../words';

/** Where one agency receives; for an administrator, with what can be proposed of it. */
export function AgencyDetail({ me, id }: { me: Me; id: string }) {
  const { loaded, error, again } = useLoad(id, readRegistry);
  const held = useLoad('holds', holds.list);
  const entry = loaded?.value.agencies.find(({ agency }) => agency.id === id);
  const w = words.registry;
  return (
    <>
      <PageSection>
        <p>
          <Link to="/registry">{w.back}</Link>
        </p>
        <Title headingLevel="h1">{entry?.agency.name ?? id}</Title>
        {error && <Problem error={error} again={again} />}
        {!loaded && !error && <Loading />}
        {loaded && !entry && <p id="agency-gone">{w.gone}</p>}
        {held.error && <Problem error={held.error} again={held.again} />}
        {loaded && entry && (
          <Facts entry={entry} facts={loaded.value.certificates} holds={held.loaded?.value.items} />
        )}
      </PageSection>
      {entry && me.roles.includes('administrator') && <Proposing entry={entry} again={again} />}
    </>
  );
}

interface FactsProps {
  entry: RegistryEntry;
  facts: Map<string, PemFacts>;
  /** The agencies that are held back, once that is known. */
  holds: Hold[] | undefined;
}

function Facts({ entry, facts, holds }: FactsProps) {
  const w = words.registry;
  return (
    <>
      <DescriptionList isHorizontal isCompact>
        <Fact term={w.agency}>{entry.agency.id}</Fact>
        <Fact term={w.country}>{entry.agency.country}</Fact>
        <Fact term={w.highRisk}>{entry.agency.highRisk === true ? <strong>{w.takesTwo}</strong> : w.takesOne}</Fact>
        {holds && (
          <Fact term={words.agencies.standing}>
            <Held hold={holds.find(({ agency }) => agency === entry.agency.id)} />{' '}
            <Link to="/agencies">{words.nav.agencies}</Link>
          </Fact>
        )}
        <Fact term={words.person.revision}>{entry.revision}</Fact>
      </DescriptionList>
      {entry.agency.endpoints.map((endpoint) => (
        <Endpoint key={endpoint.id} endpoint={endpoint} facts={facts} />
      ))}
    </>
  );
}

function Endpoint({ endpoint, facts }: { endpoint: EndpointTerms; facts: Map<string, PemFacts> }) {
  const w = words.registry;
  return (
    <>
      <Title headingLevel="h2">
        {w.endpoint} {endpoint.id}
      </Title>
      <DescriptionList isHorizontal isCompact>
        <Fact term={w.address}>
          <span className="sh-value">{endpoint.address}</span>
        </Fact>
        <Fact term={w.channel}>{endpoint.channel}</Fact>
        <Fact term={w.signer}>
          <span className="sh-value">{endpoint.signer}</span>
        </Fact>
        <Fact term={w.maxBytes}>{size(endpoint.maxBytes)}</Fact>
      </DescriptionList>
      <Certificates endpoint={endpoint} facts={facts} />
    </>
  );
}

function Proposing({ entry, again }: { entry: RegistryEntry; again: () => void }) {
  const w = words.registry;
  return (
    <>
      <PageSection>
        <ChangeAgency entry={entry} again={again} />
      </PageSection>
      <PageSection>
        <AddKeyForm entry={entry} again={again} />
      </PageSection>
      <PageSection>
        <section aria-labelledby="remove-title">
          <Title headingLevel="h2" id="remove-title">
            {w.removeTitle}
          </Title>
          <p>{w.removeLead}</p>
          <ProposeForm
            id="propose-remove"
            label={w.remove}
            change={() => ({ kind: 'agency-remove', id: entry.agency.id, revision: entry.revision })}
            sent={() => undefined}
            refused={(error) => error.status === 412 && again()}
          />
        </section>
      </PageSection>
    </>
  );
}
