// Events in time: one lane for each type, bars as long as what the text allows. Dragging across chooses a period.

const BAR = 10; // pixels, height of a bar
const LABELLED = { gap: 26, above: 42 }; // height of a row with its words beside or above the bar
const PACKED_GAP = 13;
const LEAST_BAR = 6; // pixels; one day is never thinner
const FADE = 110; // pixels of an open start
const MOST_LABELLED = 45; // rows in all lanes that still get words
const MOST_IN_LANE = 14; // lines of bars in a lane; beyond, the lane becomes a strip of densities
const FONT = '13px system-ui, sans-serif';

function startTime() {
  const lanes = byId('lanes');
  makeMarks(
    lanes,
    '.bar-mark',
    (mark) => tellBar(mark),
    (mark) => chooseBar(mark),
  );
  makeBrush(lanes);
  makeHandles(lanes);
  byId('whole').addEventListener('click', () => (state.period ? choose({ period: null }) : choose({ isWhole: !state.isWhole })));
  const setPeriod = () => {
    const [first, last] = [fromIso(byId('from').value), fromIso(byId('until').value)];
    const [least, most] = wholeSpan();
    const isEmpty = first === null && last === null;
    if (isEmpty || (first ?? least) <= (last ?? most)) choose({ period: isEmpty ? null : [first ?? least, last ?? most] });
  };
  byId('period').addEventListener('change', setPeriod);
  byId('period').addEventListener('submit', (event) => event.preventDefault());
  renderers.push(drawTime);
  new ResizeObserver(() => lanes.clientWidth !== axis?.outer && drawTime()).observe(lanes);
}

function drawTime() {
  const lanes = byId('lanes');
  const rows = shown('period');
  const [first, last] = windowOf(rows);
  const isNarrow = lanes.clientWidth < 640;
  axis = { first, last, width: lanes.clientWidth - (isNarrow ? 0 : 150), outer: lanes.clientWidth };
  const inside = rows.filter((event) => lastDay(event) !== null && overlaps(event, Math.ceil(first), Math.floor(last) - 1));
  lanes.replaceChildren(
    drawAxis(),
    ...lanesOf(inside),
    ...drawCounts(inside),
    ...drawPublishers(),
    drawSpan(rows),
    h('div', { class: 'brush', hidden: true }),
  );
  offerFirst(lanes, '.bar-mark');
  tellTime(rows, inside);
}

function laneOrder() {
  const order = Object.keys(page.vocabulary.types).reverse();
  return ['ASSAULT', ...order.filter((type) => type !== 'ASSAULT')];
}

function lanesOf(rows) {
  const isLabelled = rows.length <= MOST_LABELLED;
  return laneOrder()
    .map((type) => rows.filter((event) => event.event_type === type))
    .filter((lane) => lane.length)
    .map((lane) => drawLane(lane, isLabelled));
}

function drawLane(rows, isLabelled) {
  const type = rows[0].event_type;
  const isChosen = state.type === type;
  const label = h(
    'button',
    {
      type: 'button',
      class: `label ${rows[0].quad}`,
      'aria-pressed': String(isChosen),
      title: page.vocabulary.types[type],
      on: { click: () => choose({ type: isChosen ? null : type }) },
    },
    h('i', {}),
    h('span', {}, type.toLowerCase()),
    h('b', {}, sayNumber(rows.length)),
  );
  const bars = rows.map(barOf).sort((a, b) => a.left - b.left || a.right - b.right);
  const drawn = isLabelled ? drawLabelled(bars) : drawPacked(bars) || drawStrip(rows, bars);
  return h('div', { class: 'line lane' }, label, drawn);
}

/** Where an event's bar lies: its ends in pixels, cut at the window. */
function barOf(event) {
  const end = lastDay(event);
  const right = across(end + 1);
  const left = isDated(event) ? across(event.date_start) : Math.min(right, axis.width) - FADE;
  const middle = (left + right) / 2;
  const [from, to] = right - left < LEAST_BAR ? [middle - LEAST_BAR / 2, middle + LEAST_BAR / 2] : [left, right];
  return { event, left: Math.max(0, from), right: Math.min(axis.width, to), isCut: from < 0 || to > axis.width };
}

/** One row for each event, its words beside the bar where there is room, else above it. */
function drawLabelled(bars) {
  let y = 3;
  const marks = bars.map((bar) => {
    const place = placeWords(bar);
    const top = y + (place.isAbove ? LABELLED.above - LABELLED.gap : 0);
    y = top + LABELLED.gap;
    return drawBar(
      bar,
      top + (LABELLED.gap - BAR) / 2,
      s(
        'text',
        { x: place.x, y: place.isAbove ? top + 3 : top + LABELLED.gap / 2 + 4.5, 'text-anchor': place.anchor },
        place.text,
      ),
    );
  });
  return plot(y + 3, { role: 'group' }, marks);
}

function placeWords({ event, left, right }) {
  const room = { right: axis.width - right - 8, left: left - 8 };
  const width = textWidth(event.told, FONT);
  const side = room.right >= width ? 'right' : 'left';
  if (room[side] < width) {
    const text = fitText(event.told, axis.width - 4, FONT);
    const x = Math.max(0, Math.min(left, axis.width - textWidth(text, FONT)));
    return { isAbove: true, x, anchor: 'start', text };
  }
  return side === 'right'
    ? { x: right + 8, anchor: 'start', text: event.told }
    : { x: left - 8, anchor: 'end', text: event.told };
}

/** Bars in as few lines as they need; null when they need too many. */
function drawPacked(bars) {
  const ends = [];
  const marks = [];
  for (const bar of bars) {
    let line = ends.findIndex((end) => end + 2 <= bar.left);
    if (line < 0) line = ends.length;
    if (line >= MOST_IN_LANE) return null;
    ends[line] = bar.right;
    marks.push(drawBar(bar, 4 + line * PACKED_GAP, null));
  }
  return plot(ends.length * PACKED_GAP + 6, { role: 'group' }, marks);
}

/** A bar: solid where the event fills its interval, pale with an outline where it lies somewhere inside, fading to the
 *  left where only its last possible day is known. */
function drawBar({ event, left, right, isCut }, y, words) {
  const isSure = event.date_kind === 'throughout' || event.date_start === event.date_end;
  const kind = !isDated(event) ? 'open' : isSure ? 'sure' : 'within';
  const isPast = state.period && !overlaps(event, ...state.period);
  return s(
    'g',
    {
      class: `bar-mark ${event.quad} ${kind}${isCut ? ' cut' : ''}${isPast ? ' outside' : ''}`,
      role: 'button',
      tabindex: '-1',
      'aria-label': event.summary,
      data: { n: event.n },
    },
    s('rect', { class: 'hit', x: Math.max(0, left - 4), y: y - 3, width: right - left + 8, height: BAR + 6 }),
    s('rect', { class: 'bar', x: left, y, width: Math.max(1, right - left), height: BAR, rx: 2.5 }),
    words,
  );
}

function tellBar(mark) {
  if (mark.dataset.tip) return mark.dataset.tip.split('\n');
  const event = page.events[mark.dataset.n];
  const kind = !isDated(event)
    ? 'on or before this day'
    : event.date_kind === 'throughout'
      ? 'all the time from start to end'
      : event.date_start === event.date_end
        ? ''
        : 'sometime in this interval';
  return [event.told, `${sayDays(event.date_start, event.date_end)}${kind ? `: ${kind}` : ''}`, kindOf(event)];
}

function chooseBar(mark) {
  if (performance.now() - brushedAt < 100) return; // the click that ends a drag
  if (mark.dataset.n) openEvidence(page.events[mark.dataset.n]);
  else choose({ period: [Math.max(wholeSpan()[0], Number(mark.dataset.from)), Number(mark.dataset.until)] });
}

function tellTime(rows, inside) {
  const undated = rows.filter((event) => !isDated(event));
  const left = rows.filter((event) => isDated(event) && lastDay(event) < axis.first).length;
  const right = rows.filter((event) => isDated(event) && event.date_start >= axis.last).length;
  const notes = [
    undated.length ? `${sayMany(undated.length, 'row')} without a date: on or before the article’s day` : '',
    left ? `${sayMany(left, 'row')} before this window` : '',
    right ? `${sayMany(right, 'row')} after it` : '',
  ].filter(Boolean);
  byId('time-note').textContent =
    `${inside.length ? 'Each bar spans the days that the text allows. Drag across to choose a period.' : 'No dated row is shown.'}` +
    (notes.length ? ` ${notes.join('; ')}.` : '');
  const [from, until] = state.period || [null, null];
  byId('from').value = from === null ? '' : toIso(from);
  byId('until').value = until === null ? '' : toIso(until);
  const canWiden = !state.period && (state.isWhole || focusOf(rows));
  byId('whole').hidden = !state.period && !canWiden;
  byId('whole').textContent = state.period ? 'Clear period' : state.isWhole ? 'Where most rows lie' : 'Whole span';
  byId('time-key').replaceChildren(
    ...(byId('lanes').querySelector('.strip')
      ? [keyItem('strip-key', 'too many for bars: the stronger, the more are likely there')]
      : []),
    keyItem('sure', 'the day, or all of the time'),
    keyItem('within', 'sometime inside'),
    keyItem('open', 'on or before'),
    ...[
      ['q-mc', 'conflict in deed'],
      ['q-vc', 'conflict in word'],
      ['q-mk', 'cooperation in deed'],
      ['q-vk', 'cooperation in word'],
      ['q-none', 'other'],
    ]
      .filter(([quad]) => rows.some((event) => event.quad === quad))
      .map(([quad, name]) => h('span', {}, h('i', { class: `dot ${quad}` }), name)),
  );
}

function keyItem(kind, name) {
  return h(
    'span',
    {},
    s(
      'svg',
      { width: 34, height: 12, 'aria-hidden': 'true' },
      s('g', { class: `bar-mark q-none ${kind}` }, s('rect', { class: 'bar', x: 1, y: 1, width: 32, height: 10, rx: 2.5 })),
    ),
    name,
  );
}
