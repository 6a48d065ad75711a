import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Certificates, Days } from '../../src/parts/Certificates.tsx';
import {
  agencyFaultsAt,
  agencyForm,
  agencyOf,
  daysLeft,
  daysToEncrypt,
  faultsOfAgency,
  faultsOfKey,
  isPrivate,
  keyChange,
  keyFaultsAt,
  readRegistry,
  typedKey,
} from '../../src/registry.ts';

globalThis.crypto ??= webcrypto;

const pem = readFileSync('test/unit/pem/agency.pem', 'utf8');
const request = readFileSync('test/unit/pem/request.pem', 'utf8');
const endpoint = {
  id: 'south-1',
  channel: 'pick-up',
  address: 'https://south.example.org/',
  encryptionCertificates: [pem],
  receiptCertificates: [pem],
  tlsCa: pem,
  signer: 'CN=south',
  maxBytes: 1024,
};
const south = { id: 'AG-S-002', name: 'South', country: 'XS', endpoints: [endpoint, { ...endpoint, id: 'south-2' }] };
const DAY = 24 * 3600 * 1000;

test('registry_isReadWithWhatItsCertificatesSay', async () => {
  const registry = { revision: 3, agencies: [{ revision: 2, agency: south }], authorities: [{ certificate: pem, crl: 'http://a/' }], authoritiesRevision: 1 };
  globalThis.fetch = async () => new Response(JSON.stringify(registry), { headers: { ETag: '"3"' } });
  const { value } = await readRegistry();
  assert.equal(value.certificates.size, 1);
  const { validUntil, subject } = value.certificates.get(pem);
  assert.ok(subject.includes('north.example.org'));
  const html = renderToStaticMarkup(createElement(Certificates, { endpoint, facts: value.certificates }));
  assert.equal(html.match(/<tr/g).length, 1 + 3, 'a line for each purpose');
  assert.equal(daysToEncrypt(south, value.certificates, Date.parse(validUntil) - 5 * DAY), 5);
});

test('days_countDownToTheEnd_andTheCertificateThatLastsLongestCounts', () => {
  const facts = (validUntil) => ({ label: 'CERTIFICATE', sha256: '', ...(validUntil && { validUntil }) });
  const now = Date.parse('2026-11-27T12:00:00Z');
  assert.equal(daysLeft(facts('2026-11-28T12:00:00.000Z'), now), 1);
  assert.equal(daysLeft(facts('2026-11-28T11:59:59.000Z'), now), 0);
  assert.equal(daysLeft(facts('2026-11-27T11:59:59.000Z'), now), -1);
  assert.equal(daysLeft(facts(), now), undefined);
  assert.equal(daysLeft(undefined, now), undefined);
  const known = new Map([['a', facts('2026-12-01T12:00:00.000Z')], ['b', facts('2026-12-04T12:00:00.000Z')]]);
  const with_ = (...encryptionCertificates) => ({ ...south, endpoints: [{ ...endpoint, encryptionCertificates }, endpoint] });
  assert.equal(daysToEncrypt(with_('a', 'b', 'c'), known, now), 7);
  assert.equal(daysToEncrypt(with_('c'), known, now), undefined);
  assert.ok(renderToStaticMarkup(createElement(Days, { left: -1 })).includes('over'));
  assert.ok(renderToStaticMarkup(createElement(Days, { left: 1 })).includes('one day'));
});

test('agency_asTheFormHasIt_keepsEverythingElseAsItWasRead', () => {
  const form = agencyForm(south);
  assert.deepEqual(agencyOf(south, form), south);
  form.endpoints[1].address = ' https://new.example.org/ ';
  const changed = agencyOf(south, { ...form, name: ' New ' });
  assert.deepEqual(changed, {
    ...south,
    name: 'New',
    endpoints: [endpoint, { ...endpoint, id: 'south-2', address: 'https://new.example.org/' }],
  });
  const turned = { ...south, endpoints: [south.endpoints[1], { ...endpoint, id: 'south-3' }] };
  const [second, third] = agencyOf(turned, form).endpoints;
  assert.equal(second.address, 'https://new.example.org/', 'what is said of an endpoint stays with it');
  assert.equal(third.address, endpoint.address, 'and of another one nothing is said');
});

test('agency_oneRuleFromAGoodOne_isAtFaultThere', () => {
  const atFault = (change) => Object.keys(faultsOfAgency(agencyOf(south, { ...agencyForm(south), ...change }))).join();
  assert.equal(atFault({}), '');
  assert.equal(atFault({ name: ' ' }), 'agency-name');
  assert.equal(atFault({ country: 'xs' }), 'agency-country');
  assert.equal(atFault({ endpoints: [{ id: 'south-2', address: 'south', channel: 'soap' }] }), 'agency-address-1');
  const pointers = ['/agency/country', '/agency/endpoints/1/channel', '/agency/endpoints/0/tlsCa', '/agency'];
  assert.deepEqual(Object.keys(agencyFaultsAt(pointers)), ['agency-country', 'agency-channel-1']);
});

test('key_oneRuleFromAGoodOne_isAtFaultThere', () => {
  const good = { endpoint: 'south-1', certificate: pem, request, fingerprint: 'AB:'.repeat(31) + 'AB' };
  const atFault = (change) => Object.keys(faultsOfKey({ ...good, ...change })).join();
  assert.equal(atFault({}), '');
  assert.equal(atFault({ certificate: request }), 'key-certificate');
  assert.equal(atFault({ request: pem }), 'key-request');
  assert.equal(atFault({ fingerprint: 'ab'.repeat(31) }), 'key-fingerprint');
  assert.deepEqual(keyChange('AG-S-002', 4, good), {
    kind: 'agency-key',
    id: 'AG-S-002',
    endpoint: 'south-1',
    certificate: `${pem.trim()}\n`,
    request: `${request.trim()}\n`,
    fingerprint: 'ab'.repeat(32),
    revision: 4,
  });
});

test('key_refused_isAtFaultWhereTheGatewayMeans', () => {
  assert.deepEqual(Object.keys(keyFaultsAt(['/certificate', '/revision'], 'value-invalid')), ['key-certificate']);
  assert.deepEqual(Object.keys(keyFaultsAt([], 'key-fingerprint-mismatch')), ['key-fingerprint']);
  assert.deepEqual(Object.keys(keyFaultsAt([], 'key-proof-invalid')), ['key-request']);
});

test('privateKey_inAnyField_isDroppedAndSaid_andAFingerprintIsNoPem', () => {
  const form = { endpoint: 'south-1', certificate: pem, request, fingerprint: 'ab' };
  const secret = '-----BEGIN EC PRIVATE KEY-----MHcCAQEE';
  for (const field of ['certificate', 'request', 'fingerprint']) {
    const typed = typedKey(form, field, secret);
    assert.deepEqual(typed.form, { ...form, [field]: '' });
    assert.ok(typed.faults[`key-${field}`].includes('private key'), field);
  }
  assert.equal(typedKey(form, 'fingerprint', pem).form.fingerprint, '');
  assert.deepEqual(Object.keys(typedKey(form, 'fingerprint', pem).faults), ['key-fingerprint']);
  assert.deepEqual(typedKey(form, 'certificate', pem), { form, faults: {} });
  assert.deepEqual(typedKey(form, 'fingerprint', 'AB:CD'), { form: { ...form, fingerprint: 'AB:CD' }, faults: {} });
});

test('privateKey_inAnySpelling_isKnownAsOne', () => {
  for (const kind of ['PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'OPENSSH PRIVATE KEY']) {
    assert.ok(isPrivate(`${pem}\n-----BEGIN ${kind}-----\nAA==\n`), kind);
  }
  assert.ok(!isPrivate(pem) && !isPrivate(request));
});
