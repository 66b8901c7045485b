// One event with all that speaks for it: the sentences, their words in colours, the tellings side by side, the flags, and
// rows to correct it with.

const KINDS = ['', 'act', 'date', 'place', 'actor', 'recipient', 'count', 'claimant']; // as pipeline/report/mark.py numbers them
let opened = null;

function startEvidence() {
  const dialog = byId('evidence');
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', closed);
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, j: 1, k: -1 }[event.key];
    if (step && !event.target.closest('.scroller, textarea')) walk(step);
  });
  addEventListener('hashchange', openNamed);
  openNamed();
}

/** Opens the event that the address names: report.html#ev_… */
function openNamed() {
  const event = page.events.find(({ event_id: id }) => location.hash === `#${id}`);
  if (event && event !== opened) openEvidence(event);
}

function openEvidence(event) {
  opened = event;
  hideTip();
  const dialog = byId('evidence');
  dialog.replaceChildren(...evidenceOf(event));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  history.replaceState(null, '', `#${event.event_id}`);
}

function closed() {
  const row = opened && document.querySelector(`tr[data-n="${opened.n}"] .open`);
  opened = null;
  history.replaceState(null, '', location.pathname + location.search);
  row?.focus();
}

function walk(step) {
  const rows = orderedRows();
  const next = rows[rows.indexOf(opened) + step];
  if (next) openEvidence(next);
}

function evidenceOf(event) {
  const button = (label, act, name) =>
    h('button', { type: 'button', class: 'quiet', 'aria-label': name, on: { click: act } }, label);
  return [
    h(
      'div',
      { class: 'topbar' },
      h('span', { class: `dot ${event.quad}` }),
      h('span', { class: 'type' }, kindOf(event)),
      h(
        'span',
        { class: 'walk' },
        button('‹', () => walk(-1), 'Previous row'),
        button('›', () => walk(1), 'Next row'),
        button('Close', () => byId('evidence').close(), 'Close'),
      ),
    ),
    h('h2', { id: 'evidence-title' }, event.told),
    h('p', { class: 'when' }, event.when),
    h('h3', {}, event.reports.length > 1 ? `Told ${event.reports.length} times` : 'In the article’s words'),
    legend(event),
    ...event.reports.map(telling),
    ...claims(event),
    h('h3', {}, 'What the row says'),
    facts(event),
    ...flags(event),
    ...correction(event),
  ];
}

/** The values of the row, each with what it means. */
function facts(event) {
  const words = page.vocabulary;
  const place = event.place_name || event.place_text;
  const around = [event.admin1_name, event.country].filter((name) => name && name !== place);
  const deaths = [
    ['on the attacking side', event.deaths_actor],
    ['on the attacked side', event.deaths_recipient],
    ['civilians', event.deaths_civilians],
    ['not said of whom', event.deaths_unknown],
  ].filter(([, number]) => number);
  const toll = [
    [event.toll_killed, 'dead'],
    [event.toll_injured, 'injured'],
    [event.toll_displaced, 'displaced'],
  ].filter(([number]) => number);
  const lines = [
    ['What', kindOf(event), [words.types[event.event_type], words.status[event.status], words.scope[event.scope]]],
    [
      'When',
      sayDays(event.date_start, event.date_end),
      [words.date_precision[event.date_precision], words.date_kind[event.date_kind], words.date_basis[event.date_basis]],
    ],
    ['Where', [place, ...around].filter(Boolean).join(', '), [event.place_level]],
    [event.directed ? 'Who' : 'Between', event.actor_names],
    [event.directed ? 'To whom' : 'and', event.recipient_names],
    [
      'Dead',
      sayCount(event.fatalities_low, event.fatalities_best, event.fatalities_high, event.fatalities_qualifier),
      [deaths.map(([who, number]) => `${sayNumber(number)} ${who}`).join(', ')],
    ],
    ['Injured', sayCount(event.injured_low, event.injured_best, event.injured_high, null)],
    ['Displaced', event.displaced_best],
    ['Detained', event.detained_best],
    ['Abducted', event.abducted_best],
    [
      'Toll',
      toll.map(([number, of]) => `${sayNumber(number)} ${of}`).join(', '),
      ['A total; never added to the dead of incidents.'],
    ],
    ['Numbers', event.reports.length === 1 && event.reports[0].counts.map(sayCounted).join('; ')],
    ['Claimed by', event.claimed_by, [words.claim_side[event.claim_side]]],
    ['Denied by', event.denied_by],
    ['Id', h('code', {}, event.event_id)],
  ];
  return h(
    'dl',
    { class: 'facts' },
    lines
      .filter(([, value]) => value)
      .map(([name, value, notes = []]) =>
        h(
          'div',
          {},
          h('dt', {}, name),
          h('dd', {}, typeof value === 'number' ? sayNumber(value) : value, h('small', {}, notes.filter(Boolean).join(' '))),
        ),
      ),
  );
}

/** The kinds of words that are marked in these sentences. */
function legend(event) {
  const used = new Set(
    event.reports.flatMap(({ quote, elsewhere }) => [
      ...quote.filter((_, at) => at % 2 === 0),
      ...elsewhere.map(([kind]) => kind),
    ]),
  );
  return h(
    'p',
    { class: 'legend' },
    KINDS.map((kind, n) => (n && used.has(n) ? h('mark', { class: `k-${kind}` }, kind) : null)),
  );
}

function telling(report) {
  const document = page.documents[report.document] || {};
  const pieces = [];
  for (let at = 0; at < report.quote.length; at += 2) {
    const [kind, text] = [KINDS[report.quote[at]], report.quote[at + 1]];
    pieces.push(kind ? h('mark', { class: `k-${kind}`, title: kind }, text) : text);
  }
  const day = document.published === null || document.published === undefined ? 'day unknown' : sayDay(document.published);
  return h(
    'figure',
    { class: 'telling' },
    h('blockquote', {}, pieces),
    report.elsewhere.length
      ? h(
          'p',
          { class: 'elsewhere' },
          'From other sentences of the article: ',
          report.elsewhere.map(([kind, text], n) => [
            n ? ', ' : '',
            h('mark', { class: `k-${KINDS[kind]}`, title: KINDS[kind] }, text),
          ]),
        )
      : null,
    h(
      'figcaption',
      {},
      h('b', {}, document.publisher || 'unknown publisher'),
      `, ${day}. `,
      link(document.url, document.title || document.path || ''),
      h('span', { class: 'rule' }, `frame ${report.frame} · ${report.link_rule}`),
    ),
  );
}

/** One column for each telling, one line for each thing that any of them says; what differs from the first is strong. */
function claims(event) {
  const says = [
    ['Says', (report) => report.claimed_by || 'the article itself'],
    ['When', (report) => sayDays(report.date_start, report.date_end)],
    ['Where', (report) => report.place_name],
    ['Who', (report) => report.actor_names],
    ['To whom', (report) => report.recipient_names],
    [
      'Dead',
      (report) => sayCount(report.fatalities_low, report.fatalities_best, report.fatalities_high, report.fatalities_qualifier),
    ],
    ['Injured', (report) => sayCount(report.injured_low, report.injured_best, report.injured_high, null)],
    ['Numbers', (report) => report.counts.map(sayCounted).join('; ')],
    ['Denied by', (report) => report.denied_by],
  ];
  if (event.reports.length < 2) return [];
  const lines = says
    .map(([name, value]) => [name, event.reports.map((report) => value(report) || '')])
    .filter(([, cells]) => cells.some(Boolean));
  const heads = event.reports.map((report, n) =>
    h('th', { scope: 'col' }, page.documents[report.document]?.publisher || `telling ${n + 1}`),
  );
  const body = lines.map(([name, cells]) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      cells.map((cell) => h('td', { class: cell && cells[0] && cell !== cells[0] ? 'differs' : null }, cell || '–')),
    ),
  );
  return [
    h('h3', {}, 'Claims side by side'),
    h(
      'div',
      { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Claims side by side' },
      h('table', { class: 'claims' }, h('thead', {}, h('tr', {}, h('th', {}), heads)), h('tbody', {}, body)),
    ),
  ];
}

function sayCounted([kind, low, best, high, qualifier, whose, sector, claimant]) {
  const side = whose === 'none' ? '' : ` of the ${whose}`;
  return `${sayCount(low, best, high, qualifier)} ${kind}${side}${sector ? ` (${sector})` : ''}${claimant ? `, says ${claimant}` : ''}`;
}

function flags(event) {
  const text = (flag) => h('li', {}, h('b', {}, flag), ' ', page.vocabulary.flags[flag] || '');
  return event.marks.length ? [h('h3', {}, 'Why to look'), h('ul', { class: 'flags' }, event.marks.map(text))] : [];
}

/** The rows that `conflict-timeline show ID --correction` prints. */
function stubOf(event) {
  const { keys, fields } = page.correction;
  const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const days = ['date_start', 'date_end'];
  const present = (field) => (event[field] === null ? '' : days.includes(field) ? toIso(event[field]) : String(event[field]));
  const rows = fields.map((field) => ({ op: 'set', event_id: event.event_id, field, expect: present(field) }));
  return [keys, ...rows.map((row) => keys.map((key) => cell(row[key] || '')))].map((cells) => cells.join(',')).join('\n') + '\n';
}

function correction(event) {
  const stub = stubOf(event);
  const said = h('span', { role: 'status' });
  const area = h('textarea', { readonly: true, rows: '6', spellcheck: 'false', 'aria-label': 'Rows for corrections.csv' });
  area.value = stub;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(stub);
    } catch {
      area.select();
      document.execCommand('copy');
    }
    said.textContent = 'Copied. Fill in value and reason; delete rows that need no change.';
  };
  return [
    h('h3', {}, 'Is it wrong?'),
    h(
      'p',
      { class: 'stub' },
      h('button', { type: 'button', class: 'strong', id: 'copy', on: { click: copy } }, 'Copy correction stub'),
      ' ',
      said,
    ),
    h('details', {}, h('summary', {}, 'The rows, for seeds/corrections.csv'), area),
  ];
}
