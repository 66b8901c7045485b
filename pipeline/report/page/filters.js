// What is shown: one state, and the rows that meet it. Each view leaves out its own condition, so that it still shows
// what else could be chosen there.

const state = {
  classes: new Set(),
  period: null, // [first, last] day, both included
  isWhole: false, // the time axis runs over all there is, not over where most rows lie
  spot: null,
  pair: null, // { actor, recipient }; null in it stands for "anybody"
  type: null,
  flag: '',
  words: '',
};

let page = null;
const renderers = [];

const CONDITIONS = {
  classes: (event) => state.classes.has(event.class),
  period: (event) => !state.period || overlaps(event, ...state.period),
  spot: (event) => state.spot === null || event.spot === state.spot,
  pair: (event) => !state.pair || isBetween(event, state.pair),
  type: (event) => !state.type || event.event_type === state.type,
  flag: (event) => !state.flag || event.marks.includes(state.flag),
  words: (event) => state.words.split(/\s+/).every((word) => event.words.includes(word)),
};

/** The events that meet all conditions but the named ones. */
function shown(...except) {
  const asked = Object.entries(CONDITIONS)
    .filter(([name]) => !except.includes(name))
    .map(([, holds]) => holds);
  return page.events.filter((event) => asked.every((holds) => holds(event)));
}

/** An open start counts as early as can be; a row with no day at all is in no period. */
function overlaps(event, first, last) {
  const end = lastDay(event);
  return end !== null && end >= first && (event.date_start === null || event.date_start <= last);
}

const NOBODY = '(not said)';
const partiesOf = (list) => (list.length ? list : [NOBODY]);

function isBetween(event, { actor, recipient }) {
  const holds = (wanted, list) => wanted === null || partiesOf(list).some((name) => wanted.includes(name));
  return holds(actor, event.actors) && holds(recipient, event.recipients);
}

/** Changes the state and draws everything anew, once before the next picture. */
let isDue = false;
function choose(change) {
  Object.assign(state, change);
  if (!('page' in change)) state.page = 0;
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    hideTip();
    renderers.forEach((render) => render());
  });
}

function startFilters() {
  const present = new Set(page.events.map((event) => event.class));
  const usual = CLASSES.filter(({ id, on }) => on && present.has(id));
  (usual.length ? usual : CLASSES).forEach(({ id }) => state.classes.add(id));
  byId('switches').append(...CLASSES.filter(({ id }) => present.has(id) || id !== 'part').map(makeSwitch));
  byId('words').addEventListener('input', ({ target }) => choose({ words: target.value.trim().toLowerCase() }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !byId('evidence').open && event.target.type !== 'search') clear();
  });
  renderers.push(drawFilters, drawFigures);
}

function makeSwitch({ id, label, hint }) {
  const number = page.events.filter((event) => event.class === id).length;
  const box = h('input', {
    type: 'checkbox',
    checked: state.classes.has(id),
    disabled: !number,
    data: { class: id },
    on: { change: ({ target }) => toggle(id, target.checked) },
  });
  return h('label', { class: 'switch', title: hint }, box, h('span', {}, label, h('b', {}, sayNumber(number))));
}

function toggle(id, isOn) {
  const classes = new Set(state.classes);
  classes[isOn ? 'add' : 'delete'](id);
  choose({ classes });
}

function clear() {
  byId('words').value = '';
  byId('flag').value = '';
  choose({ period: null, spot: null, pair: null, type: null, flag: '', words: '' });
}

function drawFilters() {
  const { period, spot, pair, type, flag, words } = state;
  const sayParty = (party) => (party === null ? 'anybody' : party.length > 1 ? 'others' : party[0]);
  const chips = [
    period && chip(sayDays(...period), { period: null }),
    spot !== null && chip(page.spots[spot].name, { spot: null }),
    pair && chip(`${sayParty(pair.actor)} → ${sayParty(pair.recipient)}`, { pair: null }),
    type && chip(type, { type: null }),
    flag &&
      chip(flag, { flag: '' }, () => {
        byId('flag').value = '';
      }),
    words &&
      chip(`“${words}”`, { words: '' }, () => {
        byId('words').value = '';
      }),
  ].filter(Boolean);
  const all = h('button', { type: 'button', class: 'quiet', on: { click: clear } }, 'Clear all');
  byId('chosen').replaceChildren(...chips, ...(chips.length > 1 ? [all] : []));
}

function chip(text, change, also = () => {}) {
  const remove = () => {
    also();
    choose(change);
  };
  return h(
    'button',
    { type: 'button', class: 'chip', 'aria-label': `Remove ${text}`, on: { click: remove } },
    text,
    h('i', {}, '×'),
  );
}

function drawFigures() {
  const rows = shown();
  const incidents = rows.filter((event) => event.class === 'incident');
  const sum = (name) => incidents.reduce((total, event) => total + (event[name] ?? event.fatalities_best ?? 0), 0);
  const [low, best, high] = ['fatalities_low', 'fatalities_best', 'fatalities_high'].map(sum);
  const isOpen = incidents.some((event) => event.fatalities_best !== null && event.fatalities_high === null);
  const band =
    low === high && !isOpen ? 'as reported' : isOpen ? `${sayNumber(low)} or more` : `${sayNumber(low)}–${sayNumber(high)}`;
  const read = page.documents.filter((document) => document.status === 'ok');
  const publishers = new Set(read.map((document) => document.publisher).filter(Boolean));
  const contested = incidents.filter((event) => event.contested || event.claimed_by).length;
  byId('figures').replaceChildren(
    figure(
      incidents.length,
      incidents.length === 1 ? 'violent incident' : 'violent incidents',
      `of ${sayMany(rows.length, 'row')} shown`,
    ),
    figure(best, 'reported dead', band),
    figure(contested, 'rest on a claim', 'or are contested'),
    figure(read.length, read.length === 1 ? 'article read' : 'articles read', sayMany(publishers.size, 'publisher')),
  );
}

function figure(value, name, note) {
  return h('div', { class: 'figure' }, h('b', {}, sayNumber(value)), h('span', {}, name), h('small', {}, note));
}
