import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page';
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title';
import type { Me } from '../api';
import { useLoad } from '../load';
import { Cell, Loading, Row, Table } from '../parts/Bits';
import { ChangeSettings } from '../parts/ChangeSettings';
import { Problem } from '../parts/Problem';
import { staff, type NumberedSettings } from '../staff';
import { word, words } from '../words';

/** The settings; for an administrator, with the form that proposes others. */
export function SettingsPage({ me }: { me: Me }) {
  const { loaded, error, again } = useLoad('settings', staff.settings);
  const w = words.settings;
  const now = loaded?.value;
  return (
    <>
      <PageSection aria-labelledby="page-title">
        <Title headingLevel="h1" id="page-title">
          {words.nav.settings}
        </Title>
        <p>{w.lead}</p>
        {error && <Problem error={error} again={again} />}
        {!now && !error && <Loading />}
        {now && <Now now={now} />}
      </PageSection>
      {now && me.roles.includes('administrator') && (
        <PageSection>
          <ChangeSettings now={now} again={again} />
        </PageSection>
      )}
    </>
  );
}

function Now({ now }: { now: NumberedSettings }) {
  const w = words.settings;
  return (
    <>
      <p id="settings-revision">{w.revision(now.revision)}</p>
      <Table caption={words.nav.settings} columns={[w.setting, w.value, w.least, w.most]}>
        {Object.entries(now.limits).map(([name, { least, most }]) => (
          <Row key={name}>
            <Cell column={w.setting}>{word(words.member, name)}</Cell>
            <Cell column={w.value}>{now.settings[name]}</Cell>
            <Cell column={w.least}>{least}</Cell>
            <Cell column={w.most}>{most}</Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}
