import assert from 'node:assert/strict';
import { createHash, webcrypto, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isPem, readPem } from '../../src/certificate.ts';

globalThis.crypto ??= webcrypto;

const certificate = readFileSync('test/unit/pem/agency.pem', 'utf8');
const request = readFileSync('test/unit/pem/request.pem', 'utf8');
const known = new X509Certificate(certificate);
const plain = (fingerprint) => fingerprint.replaceAll(':', '').toLowerCase();
const ofKey = createHash('sha256').update(known.publicKey.export({ type: 'spki', format: 'der' })).digest('hex');

test('certificate_ofAnAgency_readsAsNodeReadsIt', async () => {
  const [facts] = await readPem(certificate);
  assert.equal(facts.label, 'CERTIFICATE');
  assert.equal(facts.sha256, plain(known.fingerprint256));
  assert.equal(facts.publicKeySha256, ofKey);
  assert.equal(facts.subject, 'C=XN, O=Nördliche Polizei, Test, OU=Cases, CN=north.example.org');
  assert.equal(facts.issuer, facts.subject);
  assert.equal(Date.parse(facts.validFrom), Date.parse(known.validFrom));
  assert.equal(Date.parse(facts.validUntil), Date.parse(known.validTo));
  assert.ok(facts.validUntil > '2050', 'the end is written as a GeneralizedTime');
});

test('request_ofTheSameKey_hasTheSameKeyDigest', async () => {
  const [facts] = await readPem(request);
  assert.equal(facts.label, 'CERTIFICATE REQUEST');
  assert.equal(facts.subject, 'CN=north.example.org');
  assert.equal(facts.publicKeySha256, ofKey);
  assert.equal(facts.validUntil, undefined);
});

test('blocks_ofOneText_areReadInTheirOrder', async () => {
  const facts = await readPem(`${request}\n${certificate}`);
  assert.deepEqual(facts.map((it) => it.label), ['CERTIFICATE REQUEST', 'CERTIFICATE']);
});

test('certificate_cutOffOrForged_isGivenByItsDigestAlone', async () => {
  const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const block = (bytes) => `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;
  const longer = Buffer.from(der);
  longer[3] += 1;
  const indefinite = Buffer.from(der);
  indefinite[1] = 0x80;
  for (const bytes of [der.subarray(0, der.length - 1), longer, indefinite, Buffer.from([0x30])]) {
    const [facts] = await readPem(block(bytes));
    assert.deepEqual(facts, { label: 'CERTIFICATE', sha256: createHash('sha256').update(bytes).digest('hex') });
  }
});

test('text_withoutABlock_isNoPem', async () => {
  assert.equal(isPem('AG-N-001'), false);
  assert.deepEqual(await readPem('-----BEGIN CERTIFICATE-----\nnot base64!\n-----END CERTIFICATE-----'), []);
});
