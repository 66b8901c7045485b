// The events as the page holds them, unpacked: rows instead of columns. Days are whole numbers since 1970-01-01.

const DAY_MS = 86400000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUADS = {
  'material conflict': 'q-mc',
  'verbal conflict': 'q-vc',
  'verbal cooperation': 'q-vk',
  'material cooperation': 'q-mk',
};

/** The switches of the page in their order; `on` at first. */
const CLASSES = [
  { id: 'incident', label: 'Violent incidents', on: true, hint: 'Countable and violent: only their dead are summed.' },
  { id: 'deed', label: 'Other deeds', on: true, hint: 'Deployments, arrests, aid, flight and other acts that are not violent.' },
  { id: 'speech', label: 'Speech acts', on: false, hint: 'Done by saying: accusations, threats, requests, deals, talks.' },
  { id: 'aggregate', label: 'Aggregates', on: false, hint: 'Totals over many events; never added to the dead.' },
  { id: 'planned', label: 'Planned', on: false, hint: 'Announced by its own actor and not yet done.' },
  { id: 'negated', label: 'Negated', on: false, hint: 'Reported as not having happened.' },
  { id: 'part', label: 'Not counted', on: false, hint: 'Deeds whose numbers another row already has.' },
];

async function readPage() {
  const packed = Uint8Array.from(atob(document.getElementById('data').textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const page = JSON.parse(await new Response(stream).text());
  page.events = rowsOf(page.events);
  page.documents = rowsOf(page.documents);
  page.reports = rowsOf(page.reports);
  page.events.forEach(complete);
  for (const report of page.reports) page.events[report.event].reports.push(report);
  return page;
}

function rowsOf(columns) {
  const names = Object.keys(columns);
  const cells = names.map((name) => unpack(columns[name]));
  return cells[0].map((_, n) => Object.fromEntries(names.map((name, at) => [name, cells[at][n]])));
}

function unpack(column) {
  return Array.isArray(column) ? column : column.at.map((at) => (at === null ? null : column.words[at]));
}

/** What the views want of an event besides its columns. The summary begins with the words for its days. */
function complete(event, n) {
  const colon = event.summary.indexOf(': ');
  event.n = n;
  event.when = event.summary.slice(0, Math.max(0, colon));
  event.told = event.summary.slice(colon < 0 ? 0 : colon + 2);
  event.quad = QUADS[event.quad_class] || 'q-none';
  event.actors = names(event.actor_names);
  event.recipients = names(event.recipient_names);
  event.marks = event.flags ? event.flags.split(';') : [];
  event.reports = [];
  event.words = [
    event.event_id,
    event.summary,
    event.sources,
    event.event_type,
    event.mode,
    event.place_text,
    event.admin1_name,
    event.country,
    event.claimed_by,
  ]
    .join(' ')
    .toLowerCase();
}

const names = (joined) => (joined ? joined.split('; ') : []);
const isDated = (event) => event.date_start !== null;
const isPlaced = (event) => event.spot !== null;
const dead = (event) => (event.class === 'incident' ? event.fatalities_best || 0 : 0);

/** The part of an event's interval that a chart may draw, both days included; null where the text gives no end. */
const lastDay = (event) => (event.date_end === null ? event.date_start : event.date_end);

const toDate = (day) => new Date(day * DAY_MS);
const toIso = (day) => toDate(day).toISOString().slice(0, 10);
const fromIso = (text) => (text ? Math.round(Date.parse(text + 'T00:00:00Z') / DAY_MS) : null);
const dayOf = (year, month, day = 1) => Math.round(Date.UTC(year, month, day) / DAY_MS);

function sayDay(day) {
  const date = toDate(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** An interval in words, both days included; null stands for open. */
function sayDays(first, last) {
  if (last === null && first === null) return 'not dated';
  if (first === null) return `by ${sayDay(last)}`;
  if (last === null) return `from ${sayDay(first)}`;
  return first === last ? sayDay(first) : `${sayDay(first)} – ${sayDay(last)}`;
}

const sayNumber = (value) => value.toLocaleString('en-GB');
const sayMany = (value, one, many) => `${sayNumber(value)} ${value === 1 ? one : many || one + 's'}`;

/** A number with its span: "12 (10–15)", "100 or more". */
function sayCount(low, best, high, qualifier) {
  if (best === null && low === null && high === null) return '';
  const middle = best === null ? low : best;
  const said = middle === null ? `up to ${sayNumber(high)}` : sayNumber(middle);
  if (qualifier) return /^\W*\w+ ?/.test(qualifier) && middle !== null ? `${said} (“${qualifier}”)` : said;
  if (middle !== null && high === null) return `${said} or more`;
  return low !== null && high !== null && low !== high ? `${said} (${sayNumber(low)}–${sayNumber(high)})` : said;
}
