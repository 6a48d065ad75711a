// Custody extracts, by themselves and beside a whole log (SPEC.md, Custody extract).
import { commits, has, isDetail, isHash, isHeader, isLink, isNatural, isUuid, secondOf } from './event.mjs';
import { verifyExport } from './export.mjs';
import { isLeaf, parseCanonical, tagOf, write } from './leaf.mjs';
import { included, leafHash, root, sha256 } from './merkle.mjs';
import { verifyCheckpoint } from './note.mjs';

const LEVELS = ['links', 'headers', 'details'];

class Refused extends Error {}

function need(holds, what) {
  if (!holds) throw new Refused(what);
}

const isText = (value) => typeof value === 'string';
const some = (of) => (value) => Array.isArray(value) && value.length > 0 && value.length <= 10_000 && value.every(of);
const isProof = (value) => Array.isArray(value) && value.length <= 63 && value.every(isHash);
const part = (of) => (value) => has(value, { salt: isHash, value: of });
const isLeafObject = (value) => typeof value === 'object' && isLeaf(Buffer.from(write(value)));
const isLost = (event) =>
  has(event, { index: isNatural, leaf: isLeafObject, lost: (lost) => lost === true, proof: isProof });
const isOpened = (event) =>
  has(event, {
    'detail?': part(isDetail),
    'header?': part(isHeader),
    index: isNatural,
    leaf: isLeafObject,
    link: part(isLink),
    proof: isProof,
  });
const isExtract = (value) =>
  has(value, {
    case: isUuid,
    checkpoint: isText,
    events: some((event) => isLost(event) || isOpened(event)),
    level: (level) => LEVELS.includes(level),
    'nextTagKey?': isHash,
    periods: some((period) => has(period, { first: isNatural, key: isHash })),
    v: (version) => version === 1,
  });

const key = (text) => Buffer.from(text, 'base64');
const hashOf = (event) => leafHash(write(event.leaf));
const isOf = (event, type) => event.header?.value.type === type;

// SPEC.md, 1: each leaf is in the tree and commits to exactly what the level opens.
function checkEvents({ events, level }, checkpoint) {
  need(new Set(events.map((event) => event.index)).size === events.length, 'two events at one index');
  events.forEach((event, n) => {
    const path = event.proof.map(key);
    need(included(BigInt(event.index), checkpoint.size, hashOf(event), path, checkpoint.root), `event ${n} in the tree`);
    if (event.lost) return;
    for (const name of ['link', 'header', 'detail'].filter((one) => event[one])) {
      need(commits(event.leaf, name, event[name].salt, event[name].value), `${name} of event ${n}`);
    }
    need(!event.header || secondOf(event.header.value) === event.leaf.t, `second of event ${n}`);
    const vouches = n === events.length - 1 || isOf(event, 'restored');
    need(Boolean(event.header) === (level !== 'links' || vouches), `header of event ${n} open or not`);
    need(Boolean(event.detail) === (level === 'details'), `detail of event ${n} open or not`);
  });
}

// 2: one case, every number once, each after the one before.
function checkChain(extract) {
  extract.events.forEach(({ link }, n) => {
    if (link === undefined) return;
    need(link.value.case === extract.case, `case of event ${n}`);
    need(link.value.sequence === n, `number of event ${n}`);
    need(n === 0 || link.value.previous === hashOf(extract.events[n - 1]).toString('hex'), `previous of event ${n}`);
  });
}

// 3: the periods begin where extracts were issued, and each tag is of its period's key.
function checkTags({ events, periods }) {
  need(periods[0].first === 0, 'first period');
  need(new Set(periods.map((period) => period.key)).size === periods.length, 'a key of two periods');
  periods.slice(1).forEach((period, before) => {
    need(period.first > periods[before].first && period.first < events.length, 'order of the periods');
    const header = events[period.first - 1].header?.value;
    const says = header === undefined ? undefined : issuedBy(header);
    need(header === undefined || says !== null, `period after event ${period.first - 1}`);
    need(says === undefined || says.nextTagKey === commitmentTo(period.key), `key after event ${period.first - 1}`);
  });
  events.forEach((event, n) => {
    const follows = n > 0 && isOf(events[n - 1], 'extract-issued');
    need(!follows || periods.some((period) => period.first === n), `no period begins at event ${n}`);
    const period = periods.filter(({ first }) => first <= n).at(-1);
    need(event.leaf.tag === tagOf(key(period.key), n), `tag of event ${n}`);
  });
}

const commitmentTo = (text) => sha256(key(text)).toString('hex');

// The facts of the issuing of an extract, or null.
function issuedBy({ type, facts }) {
  const holds = has(facts, {
    count: (count) => /^[1-9][0-9]{0,8}$/.test(count) && Number(count) >= 2,
    head: (head) => /^[0-9a-f]{64}$/.test(head),
    level: (level) => LEVELS.includes(level),
    nextTagKey: (next) => /^[0-9a-f]{64}$/.test(next),
    toDate: (toDate) => toDate === 'true' || toDate === 'false',
  });
  return type === 'extract-issued' && holds ? facts : null;
}

// 4: the last event is the issuing of this extract.
function checkEnd({ events, level, nextTagKey }) {
  const header = events.at(-1).header?.value;
  const issued = header === undefined ? null : issuedBy(header);
  need(issued !== null, 'the last event');
  need(Number(issued.count) === events.length, 'count');
  need(issued.head === hashOf(events.at(-2)).toString('hex'), 'head');
  need(LEVELS.indexOf(level) <= LEVELS.indexOf(issued.level), 'level issued');
  need(nextTagKey === undefined || (issued.toDate === 'true' && issued.nextTagKey === commitmentTo(nextTagKey)), 'next key');
}

// 5: the runs of lost events, each as "first count restore"; a later restore names each exactly.
function lostRuns(events) {
  const runs = [];
  for (let first = 0; first < events.length; first++) {
    let end = first;
    while (events[end]?.lost) end++;
    if (end === first) continue;
    const says = ({ facts }) => facts?.lostFrom === `${first}` && facts.lostCount === `${end - first}`;
    const restore = events.findIndex((event, n) => n >= end && isOf(event, 'restored') && says(event.header.value));
    need(restore >= 0, `lost events from ${first} on`);
    runs.push(`${first} ${end - first} ${restore}`);
    first = end;
  }
  return runs;
}

// 6 to 9: what the blind entries of a whole log say; the number of later events, if that can be known.
function compare({ events, periods, nextTagKey }, checkpoint, log) {
  need(log.size >= checkpoint.size, 'a log that is smaller');
  need(root(log.entries.slice(0, Number(checkpoint.size)).map(leafHash)).equals(checkpoint.root), 'another view of the log');
  const places = new Map();
  log.entries.forEach((entry, index) => {
    const { tag } = JSON.parse(entry);
    places.set(tag, [...(places.get(tag) ?? []), index]);
  });
  events.forEach(({ leaf, index }, n) => need(String(places.get(leaf.tag)) === String(index), `event ${n} once in the log`));
  periods.forEach((period, n) => {
    const end = periods[n + 1]?.first ?? events.length;
    need(!places.has(tagOf(key(period.key), end)), `no event ${end} beside the extract`);
  });
  if (nextTagKey === undefined) return [];
  let later = 0;
  for (let found; (found = places.get(tagOf(key(nextTagKey), events.length + later))) !== undefined; later++) {
    need(found.length === 1, `event ${events.length + later} once in the log`);
  }
  return [`${later}`];
}

/**
 * What is found in the extract that these bytes are, under a policy and, where there are any, beside
 * the files of a log: the runs of `lost` events and how many are `later`. null if it is refused.
 */
export function verifyExtract(bytes, policy, files) {
  const extract = bytes.length <= 32 << 20 ? parseCanonical(bytes) : undefined;
  if (!isExtract(extract)) return null;
  const checkpoint = verifyCheckpoint(Buffer.from(extract.checkpoint), policy);
  if (checkpoint === null) return null;
  try {
    checkEvents(extract, checkpoint);
    checkChain(extract);
    checkTags(extract);
    checkEnd(extract);
    const lost = lostRuns(extract.events);
    if (files.size === 0) return { lost, later: [], undecided: checkpoint.undecided };
    const log = verifyExport(files, policy);
    need(log !== null, 'the log');
    return { lost, later: compare(extract, checkpoint, log), undecided: checkpoint.undecided || log.undecided };
  } catch (refused) {
    if (refused instanceof Refused) return null;
    throw refused;
  }
}
