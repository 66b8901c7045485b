// Who did it to whom: the parties with most rows, all others in one line each. A row with several parties counts in each
// of their cells.

const MOST_PARTIES = 9;
const DEEPEST = 6; // rows; fewer are never drawn in the strongest colour

function startMatrix() {
  renderers.push(drawMatrix);
}

function drawMatrix() {
  const rows = shown('pair');
  const actors = rank(rows, 'actors');
  const recipients = rank(rows, 'recipients');
  const cells = count(rows, actors, recipients);
  const most = Math.max(DEEPEST, ...cells.flat().map((cell) => cell.rows));
  const head = h(
    'tr',
    {},
    h('th', { class: 'corner' }, h('span', {}, 'by ↓'), h('span', {}, 'to →')),
    recipients.groups.map((group) => h('th', { scope: 'col' }, h('span', {}, group.label))),
  );
  const body = actors.groups.map((group, n) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, group.label),
      cells[n].map((cell, m) => makeCell(cell, most, group, recipients.groups[m])),
    ),
  );
  byId('pairs').replaceChildren(
    rows.length
      ? h('table', { class: 'matrix' }, h('thead', {}, head), h('tbody', {}, body))
      : h('p', { class: 'empty' }, 'No row is shown.'),
  );
  byId('matrix-note').textContent =
    'Rows by actor and recipient; one with several parties stands in each of their cells. Choose a cell to see only its rows.';
}

/** The parties on one side in groups: the most frequent alone, the rest together, the unnamed last. */
function rank(rows, side) {
  const numbers = new Map();
  for (const event of rows) for (const name of event[side]) numbers.set(name, (numbers.get(name) || 0) + 1);
  const ordered = [...numbers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const few = ordered.length > MOST_PARTIES + 1 ? ordered.slice(0, MOST_PARTIES) : ordered;
  const rest = ordered.slice(few.length);
  const groups = few.map((name) => ({ label: name, names: [name] }));
  if (rest.length) groups.push({ label: `${rest.length} others`, names: rest });
  if (rows.some((event) => !event[side].length)) groups.push({ label: NOBODY, names: [NOBODY] });
  return { groups, at: new Map(groups.flatMap((group, n) => group.names.map((name) => [name, n]))) };
}

function count(rows, actors, recipients) {
  const cells = actors.groups.map(() => recipients.groups.map(() => ({ rows: 0, dead: 0 })));
  const groupsOf = (ranked, list) => new Set(partiesOf(list).map((name) => ranked.at.get(name)));
  for (const event of rows) {
    for (const n of groupsOf(actors, event.actors)) {
      for (const m of groupsOf(recipients, event.recipients)) {
        cells[n][m].rows += 1;
        cells[n][m].dead += dead(event);
      }
    }
  }
  return cells;
}

function makeCell(cell, most, actor, recipient) {
  if (!cell.rows) return h('td', {});
  const pair = { actor: actor.names, recipient: recipient.names };
  const isChosen =
    Boolean(state.pair) &&
    String(state.pair.actor) === String(pair.actor) &&
    String(state.pair.recipient) === String(pair.recipient);
  const level = Math.ceil((Math.sqrt(cell.rows) / Math.sqrt(most)) * 4);
  const words = `${actor.label} to ${recipient.label}: ${sayMany(cell.rows, 'row')}, ${sayNumber(cell.dead)} dead`;
  return h(
    'td',
    {},
    h(
      'button',
      {
        type: 'button',
        class: `cell level-${level}`,
        'aria-pressed': String(isChosen),
        'aria-label': words,
        title: words,
        on: { click: () => choose({ pair: isChosen ? null : pair }) },
      },
      sayNumber(cell.rows),
      cell.dead ? h('small', {}, `${sayNumber(cell.dead)} dead`) : null,
    ),
  );
}
