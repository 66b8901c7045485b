// Every row, in pages; a click opens its evidence.

const ROWS_ON_PAGE = 50;
const MOST_PRINTED = 500;
const COLUMNS = [
  { id: 'when', label: 'When', by: (event) => event.date_sort ?? lastDay(event) },
  { id: 'what', label: 'What', by: (event) => kindOf(event) },
  { id: 'told', label: 'Who → whom, where, how many', by: (event) => event.told },
  { id: 'dead', label: 'Dead', by: (event) => event.fatalities_best },
  { id: 'says', label: 'Claimed by', by: (event) => event.claimed_by },
  { id: 'source', label: 'Source', by: (event) => event.sources },
  { id: 'flags', label: 'Flags', by: (event) => event.marks.length },
];
const order = { column: 'when', isDown: false };

const kindOf = (event) => event.event_type + (event.mode ? `/${event.mode}` : '');

function startTable() {
  const present = [...new Set(page.events.flatMap((event) => event.marks))].sort();
  byId('flag').append(h('option', { value: '' }, 'any'), ...present.map((flag) => h('option', { value: flag }, flag)));
  byId('flag').addEventListener('change', ({ target }) => choose({ flag: target.value }));
  state.page = 0;
  renderers.push(() => drawTable());
  addEventListener('beforeprint', () => drawTable(MOST_PRINTED));
  addEventListener('afterprint', () => drawTable());
}

/** The rows shown, in the order of the table: what Previous and Next walk through. */
function orderedRows() {
  const { by } = COLUMNS.find((column) => column.id === order.column);
  const sign = order.isDown ? -1 : 1;
  const compare = (a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === y) return a.n - b.n;
    if (x === null || y === null) return x === null ? 1 : -1; // what is not known stands last, either way
    return x < y ? -sign : sign;
  };
  return shown().sort(compare);
}

function drawTable(size = ROWS_ON_PAGE) {
  const rows = orderedRows();
  const pages = Math.max(1, Math.ceil(rows.length / size));
  state.page = Math.min(state.page, pages - 1);
  const first = size === ROWS_ON_PAGE ? state.page * size : 0;
  const part = rows.slice(first, first + size);
  const note = rows.length
    ? `${sayNumber(first + 1)}–${sayNumber(first + part.length)} of ${sayMany(rows.length, 'row')}`
    : 'No row is shown';
  byId('rows-note').textContent = `${note}. Machine rows: review before you publish.`;
  byId('table').replaceChildren(
    rows.length
      ? h('table', { class: 'events' }, h('thead', {}, h('tr', {}, COLUMNS.map(makeHead))), h('tbody', {}, part.map(makeRow)))
      : h('p', { class: 'empty' }, page.events.length ? 'No row meets these conditions.' : 'The articles gave no event.'),
  );
  drawPages(pages);
}

function makeHead(column) {
  const isChosen = order.column === column.id;
  const sort = () => {
    order.isDown = isChosen ? !order.isDown : column.id === 'dead' || column.id === 'flags';
    order.column = column.id;
    choose({});
  };
  return h(
    'th',
    { scope: 'col', class: `c-${column.id}`, 'aria-sort': isChosen ? (order.isDown ? 'descending' : 'ascending') : null },
    h('button', { type: 'button', on: { click: sort } }, column.label, h('i', {}, isChosen ? (order.isDown ? '↓' : '↑') : '')),
  );
}

function makeRow(event) {
  const open = () => openEvidence(event);
  const number = sayCount(event.fatalities_low, event.fatalities_best, event.fatalities_high, event.fatalities_qualifier);
  const cell = (id, label, ...children) => h('td', { class: `c-${id}`, data: { label } }, children);
  return h(
    'tr',
    { data: { n: event.n }, class: event.quad, on: { click: (click) => click.target.closest('a, button') || open() } },
    cell('when', 'When', event.when),
    cell(
      'what',
      'What',
      h('span', { class: 'type' }, event.event_type),
      event.mode ? h('span', { class: 'mode' }, event.mode) : null,
      event.class === 'incident' || event.class === 'deed' ? null : h('span', { class: 'class' }, event.class),
    ),
    cell('told', 'Who', h('button', { type: 'button', class: 'open', on: { click: open } }, event.told)),
    cell('dead', 'Dead', number),
    cell('says', 'Claimed by', event.claimed_by, event.contested ? h('span', { class: 'contested' }, 'contested') : null),
    cell('source', 'Source', event.sources),
    cell(
      'flags',
      'Flags',
      event.marks.length ? h('span', { title: event.marks.join(', ') }, sayMany(event.marks.length, 'flag')) : null,
    ),
  );
}

function drawPages(pages) {
  const turn = (to, label, isOn) =>
    h('button', { type: 'button', disabled: !isOn, on: { click: () => choose({ page: to }) } }, label);
  byId('pages').replaceChildren(
    ...(pages < 2
      ? []
      : [
          turn(0, '« First', state.page > 0),
          turn(state.page - 1, '‹ Back', state.page > 0),
          h('span', {}, `Page ${state.page + 1} of ${pages}`),
          turn(state.page + 1, 'Next ›', state.page < pages - 1),
          turn(pages - 1, 'Last »', state.page < pages - 1),
        ]),
  );
}
