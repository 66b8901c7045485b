// Events in time: one lane for each type, bars as long as what the text allows; counts and articles read on the same axis;
// below it the whole span with the window that is shown. Dragging across any of them chooses a period.

const BAR = 10; // pixels, height of a bar
const LABELLED = { gap: 26, above: 42 }; // height of a row with its words beside or above the bar
const PACKED_GAP = 13;
const LEAST_BAR = 6; // pixels; one day is never thinner
const FADE = 110; // pixels of an open start
const MOST_LABELLED = 45; // rows in all lanes that still get words
const MOST_IN_LANE = 14; // lines of bars in a lane; beyond, the lane becomes a strip of densities
const STRIP = { height: 30, cell: 4 };
const COUNTS_HEIGHT = 110;
const PUBLISHERS = { most: 6, height: 22 };
const SPAN_HEIGHT = 44;
const FOCUS = { share: 0.8, times: 4, pad: 0.06 }; // of the rows in a window so many times shorter than the whole span
const FONT = '13px system-ui, sans-serif';
const UNITS = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.2, '2 years': 730.5, '5 years': 1826, decade: 3652 }; // days
const IN_MONTHS = { month: 1, quarter: 3, year: 12, '2 years': 24, '5 years': 60, decade: 120 };

let brushedAt = -Infinity; // milliseconds, when the last drag ended
let axis = null; // { first, last, width }: days at both ends of the plots, and their width in pixels

function startTime() {
  const lanes = byId('lanes');
  makeMarks(lanes, '.bar-mark', (mark) => tellBar(mark), (mark) => chooseBar(mark));
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

// ------------------------------------------------------------------------------------------------ the axis
/** First and last day that anything has. */
function wholeSpan() {
  if (!wholeSpan.days) {
    const days = [...page.events.flatMap((event) => [event.date_start, event.date_end]),
      ...page.documents.map((document) => document.published)].filter((day) => day !== null);
    const [least, most] = days.reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [Infinity, -Infinity]);
    wholeSpan.days = days.length ? [least, most] : [0, 0];
  }
  return wholeSpan.days;
}

/** Where most of the rows lie, if that is much less than the whole span; else null. */
function focusOf(rows) {
  const dated = rows.filter(isDated);
  const middles = dated.map((event) => (event.date_start + lastDay(event)) / 2).sort((a, b) => a - b);
  const size = Math.ceil(middles.length * FOCUS.share);
  if (size < 2) return null;
  let best = 0;
  for (let at = 0; at + size <= middles.length; at += 1) {
    if (middles[at + size - 1] - middles[at] < middles[best + size - 1] - middles[best]) best = at;
  }
  const [first, last] = [middles[best], middles[best + size - 1]];
  const inside = dated.filter((event) => event.date_start <= last && lastDay(event) >= first && lastDay(event) - event.date_start <= (last - first || 31) * 2);
  const from = Math.min(first, ...inside.map((event) => event.date_start));
  const to = Math.max(last, ...inside.map((event) => lastDay(event)));
  const [least, most] = wholeSpan();
  return (to - from + 1) * FOCUS.times < most - least ? [from, to] : null;
}

/** The window of the plots: the chosen period, or where most rows lie, or all. */
function windowOf(rows) {
  const [first, last] = state.period || (!state.isWhole && focusOf(rows)) || wholeSpan();
  const pad = Math.max(1, (last - first + 1) * FOCUS.pad);
  return [first - pad, last + 1 + pad];
}

const across = (day) => ((day - axis.first) / (axis.last - axis.first)) * axis.width;
const dayAt = (x) => axis.first + (x / axis.width) * (axis.last - axis.first);

/** Beginnings of the units between two days, one more than needed: unit `n` lasts from edge `n` to edge `n + 1`. */
function edgesOf(first, last, unit) {
  const months = IN_MONTHS[unit];
  const start = toDate(Math.floor(first));
  let at = months ? Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
    : unit === 'week' ? Math.floor((first + 3) / 7) * 7 - 3 : Math.floor(first); // day 0 was a Thursday
  const edges = [];
  do {
    edges.push(months ? dayOf(Math.floor(at / 12), at % 12) : at);
    at += months || UNITS[unit];
  } while (edges[edges.length - 1] <= last);
  return edges;
}

/** The smallest unit of which at most so many lie in the window. */
function unitFor(first, last, most) {
  return Object.keys(UNITS).find((unit) => (last - first) / UNITS[unit] <= most) || 'decade';
}

function sayUnit(day, unit) {
  const date = toDate(day);
  const [year, month, months] = [date.getUTCFullYear(), date.getUTCMonth(), IN_MONTHS[unit]];
  if (!months) return unit === 'day' ? sayDay(day) : `week from ${sayDay(day)}`;
  if (months < 12) return `${MONTHS[month]}${months > 1 ? `–${MONTHS[(month + 2) % 12]}` : ''} ${year}`;
  return months > 12 ? `${year}–${year + months / 12 - 1}` : `${year}`;
}

/** Words for a tick: the year is said where it begins. */
function sayTick(day, unit, isFirst) {
  const date = toDate(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (IN_MONTHS[unit] >= 12) return `${year}`;
  if (IN_MONTHS[unit]) return isFirst || month === 0 ? `${MONTHS[month]} ${year}` : MONTHS[month];
  return `${date.getUTCDate()} ${MONTHS[month]}${isFirst ? ` ${year}` : ''}`;
}

// ------------------------------------------------------------------------------------------------ drawing
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

function plot(height, properties, ...children) {
  return s('svg', { width: axis.width, height, viewBox: `0 0 ${axis.width} ${height}`, class: 'plot', ...properties }, gridLines(height), ...children);
}

function ticks() {
  const unit = unitFor(axis.first, axis.last, Math.max(3, axis.width / 84));
  const days = edgesOf(axis.first, axis.last, unit).filter((day) => across(day) >= 0 && across(day) <= axis.width - 28);
  return days.map((day, n) => ({ day, x: across(day), text: sayTick(day, unit, n === 0) }));
}

function gridLines(height) {
  return s('g', { class: 'grid' }, ticks().map(({ x }) => s('line', { x1: x, x2: x, y1: 0, y2: height })));
}

function drawAxis() {
  return h('div', { class: 'line axis' }, h('span', { class: 'label' }), s('svg', { width: axis.width, height: 22, class: 'plot', 'aria-hidden': 'true' },
    ticks().map(({ x, text }) => s('text', { x: x + 3, y: 15 }, text))));
}

function laneOrder() {
  const order = Object.keys(page.vocabulary.types).reverse();
  return ['ASSAULT', ...order.filter((type) => type !== 'ASSAULT')];
}

function lanesOf(rows) {
  const isLabelled = rows.length <= MOST_LABELLED;
  return laneOrder().map((type) => rows.filter((event) => event.event_type === type)).filter((lane) => lane.length)
    .map((lane) => drawLane(lane, isLabelled));
}

function drawLane(rows, isLabelled) {
  const type = rows[0].event_type;
  const isChosen = state.type === type;
  const label = h('button', { type: 'button', class: `label ${rows[0].quad}`, 'aria-pressed': String(isChosen), title: page.vocabulary.types[type],
    on: { click: () => choose({ type: isChosen ? null : type }) } }, h('i', {}), h('span', {}, type.toLowerCase()), h('b', {}, sayNumber(rows.length)));
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
    return drawBar(bar, top + (LABELLED.gap - BAR) / 2, s('text', { x: place.x, y: place.isAbove ? top + 3 : top + LABELLED.gap / 2 + 4.5, 'text-anchor': place.anchor }, place.text));
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
  return side === 'right' ? { x: right + 8, anchor: 'start', text: event.told } : { x: left - 8, anchor: 'end', text: event.told };
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
  return s('g', { class: `bar-mark ${event.quad} ${kind}${isCut ? ' cut' : ''}${isPast ? ' outside' : ''}`, role: 'button', tabindex: '-1',
    'aria-label': event.summary, data: { n: event.n } },
  s('rect', { class: 'hit', x: Math.max(0, left - 4), y: y - 3, width: right - left + 8, height: BAR + 6 }),
  s('rect', { class: 'bar', x: left, y, width: Math.max(1, right - left), height: BAR, rx: 2.5 }), words);
}

/** So many rows that single bars would be a blot: how many are likely in each stretch, an interval spread evenly. */
function drawStrip(rows) {
  const cells = Math.max(1, Math.floor(axis.width / STRIP.cell));
  const edges = Array.from({ length: cells + 1 }, (_, n) => axis.first + (n / cells) * (axis.last - axis.first));
  const { spread } = spreadOver(rows.filter(isDated), edges, () => 1);
  const most = Math.max(...spread);
  const marks = spread.map((value, n) => (value <= 0 ? null : s('rect', { x: across(edges[n]), y: 4, width: STRIP.cell - 0.5, height: STRIP.height - 8,
    class: 'strip', 'fill-opacity': (0.12 + 0.88 * Math.sqrt(value / most)).toFixed(2) })));
  return plot(STRIP.height, { role: 'img', 'aria-label': `${sayMany(rows.length, 'row')}, too many for single bars`, class: `plot ${rows[0].quad}` }, marks);
}

/** For each stretch between two edges the sum of `value`: of rows that lie in it whole, and of all rows, spread evenly. */
function spreadOver(rows, edges, value) {
  const whole = new Array(edges.length - 1).fill(0);
  const spread = new Array(edges.length - 1).fill(0);
  const at = (day) => { // the stretch that holds a day
    let low = 0;
    let high = edges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return edges[0] > day ? -1 : low;
  };
  for (const event of rows) {
    const amount = value(event);
    const [from, to] = [event.date_start, lastDay(event) + 1];
    const [start, end] = [at(from), at(to - 1e-9)];
    if (start === end && whole[start] !== undefined) whole[start] += amount;
    for (let n = Math.max(0, start); n <= Math.min(end, spread.length - 1); n += 1) {
      spread[n] += amount * ((Math.min(to, edges[n + 1]) - Math.max(from, edges[n])) / (to - from));
    }
  }
  return { whole, spread };
}

// ------------------------------------------------------------------------------------------------ counts and articles
function drawCounts(inside) {
  const rows = inside.filter(isDated);
  const unit = unitFor(axis.first, axis.last, Math.min(110, axis.width / 9));
  const edges = edgesOf(axis.first, axis.last, unit);
  const counts = spreadOver(rows, edges, () => 1);
  const deaths = spreadOver(rows, edges, dead);
  const most = niceTop(Math.max(...counts.spread, 0));
  const height = (value) => (value / most) * (COUNTS_HEIGHT - 26);
  const base = COUNTS_HEIGHT - 6;
  const bars = counts.spread.map((value, n) => {
    if (value < 1e-9) return null;
    const [left, right] = [Math.max(0, across(edges[n])), Math.min(axis.width, across(edges[n + 1]))];
    const wide = Math.max(1, right - left - 1.5);
    return s('g', { class: 'bar-mark count', role: 'button', tabindex: '-1', data: { from: edges[n], until: edges[n + 1] - 1,
      tip: `${sayUnit(edges[n], unit)}\n${sayShare(value)} rows: ${sayNumber(counts.whole[n])} surely, the rest as shares of longer intervals\n${sayShare(deaths.spread[n])} dead` },
    'aria-label': `${sayUnit(edges[n], unit)}: ${sayShare(value)} rows, ${sayShare(deaths.spread[n])} dead` },
    s('rect', { class: 'hit', x: left, y: 0, width: Math.max(1, right - left), height: COUNTS_HEIGHT }),
    s('rect', { class: 'spread', x: left, y: base - height(value), width: wide, height: height(value) }),
    s('rect', { class: 'whole', x: left, y: base - height(counts.whole[n]), width: wide, height: height(counts.whole[n]) }));
  });
  const lines = [most, most / 2].map((value) => s('g', { class: 'scale' }, s('line', { x1: 0, x2: axis.width, y1: base - height(value), y2: base - height(value) }),
    s('text', { x: 0, y: base - height(value) - 3 }, sayShare(value))));
  return [h('div', { class: 'line counts' }, h('span', { class: 'label' }, h('span', {}, `rows per ${unit}`)),
    plot(COUNTS_HEIGHT, { role: 'group' }, lines, s('line', { class: 'base', x1: 0, x2: axis.width, y1: base, y2: base }), bars))];
}

const sayShare = (value) => (value < 10 && Math.abs(value - Math.round(value)) > 0.04 ? value.toFixed(1) : sayNumber(Math.round(value)));

function niceTop(value) {
  const step = 10 ** Math.floor(Math.log10(Math.max(2, value)));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((times) => times * step).find((top) => top >= value) || 10 * step;
}

/** Articles read, for each publisher: no events may mean no articles. */
function drawPublishers() {
  const read = page.documents.filter((document) => document.status === 'ok' || document.status === 'duplicate');
  const numbers = new Map();
  for (const { publisher } of read) numbers.set(publisher || 'unknown', (numbers.get(publisher || 'unknown') || 0) + 1);
  const ranked = [...numbers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const alone = ranked.length > PUBLISHERS.most + 1 ? ranked.slice(0, PUBLISHERS.most) : ranked;
  const groups = alone.map((name) => ({ name, holds: (publisher) => publisher === name }));
  if (alone.length < ranked.length) groups.push({ name: `${ranked.length - alone.length} others`, holds: (publisher) => !alone.includes(publisher) });
  const unit = unitFor(axis.first, axis.last, Math.min(110, axis.width / 9));
  const edges = edgesOf(axis.first, axis.last, unit);
  const title = h('div', { class: 'line heads' }, h('span', { class: 'label' }, h('span', {}, 'articles read')));
  return [title, ...groups.map(({ name, holds }) => drawPublisher(name, read.filter(({ publisher }) => holds(publisher || 'unknown')), edges, unit))];
}

function drawPublisher(name, documents, edges, unit) {
  const numbers = new Array(edges.length - 1).fill(0);
  for (const { published } of documents) {
    const at = published === null ? -1 : edges.findIndex((edge, n) => edge <= published && published < edges[n + 1]);
    if (at >= 0) numbers[at] += 1;
  }
  const most = Math.max(1, ...numbers);
  const height = PUBLISHERS.height;
  const marks = numbers.map((number, n) => {
    if (!number) return null;
    const [left, right] = [Math.max(0, across(edges[n])), Math.min(axis.width, across(edges[n + 1]))];
    return s('g', { class: 'read' }, s('title', {}, `${name}, ${sayUnit(edges[n], unit)}: ${sayMany(number, 'article')}`),
      s('rect', { x: left, y: 4, width: Math.max(3, right - left - 1.5), height: height - 8, rx: 2, 'fill-opacity': (0.35 + 0.65 * (number / most)).toFixed(2) }));
  });
  const undated = documents.filter(({ published }) => published === null).length;
  const label = h('span', { class: 'label', title: name }, h('span', {}, name), h('b', {}, sayNumber(documents.length)));
  return h('div', { class: 'line publisher' }, label, plot(height, { role: 'img',
    'aria-label': `${name}: ${sayMany(documents.length, 'article')}${undated ? `, ${undated} without a day` : ''}` }, marks));
}

// ------------------------------------------------------------------------------------------------ the whole span
function spanAt(day) {
  const [least, most] = wholeSpan();
  return ((day - least) / (most + 1 - least)) * axis.width;
}

const spanDay = (x) => {
  const [least, most] = wholeSpan();
  return least + (x / axis.width) * (most + 1 - least);
};

/** The days that the handles stand for: the chosen period, else what the window shows. */
function handleDays() {
  const [least, most] = wholeSpan();
  return state.period || [Math.max(least, Math.ceil(axis.first)), Math.min(most, Math.floor(axis.last) - 1)];
}

function drawSpan(rows) {
  const [least, most] = wholeSpan();
  const cells = Math.max(1, Math.floor(axis.width / STRIP.cell));
  const edges = Array.from({ length: cells + 1 }, (_, n) => least + (n / cells) * (most + 1 - least));
  const { spread } = spreadOver(rows.filter(isDated), edges, () => 1);
  const top = Math.max(...spread, 1e-9);
  const marks = spread.map((value, n) => (value <= 0 ? null : s('rect', { class: 'spread', x: spanAt(edges[n]), width: STRIP.cell - 0.5,
    y: (1 - Math.sqrt(value / top)) * (SPAN_HEIGHT - 20), height: Math.sqrt(value / top) * (SPAN_HEIGHT - 20) })));
  const [from, to] = [axis.first, axis.last].map((day) => Math.max(0, Math.min(axis.width, spanAt(day))));
  const days = handleDays();
  const handle = (end, day, name) => h('button', { type: 'button', class: `handle ${end}`, role: 'slider', data: { end }, 'aria-label': name,
    'aria-valuemin': least, 'aria-valuemax': most, 'aria-valuenow': day, 'aria-valuetext': sayDay(day), title: `${name}: arrow keys move it` });
  const handles = [handle('first', days[0], 'Start of the period'), handle('last', days[1], 'End of the period')];
  handles[0].style.left = `${from}px`;
  handles[1].style.left = `${to}px`;
  const words = [s('text', { x: 0, y: SPAN_HEIGHT - 4 }, sayDay(least)), s('text', { x: axis.width, y: SPAN_HEIGHT - 4, 'text-anchor': 'end' }, sayDay(most))];
  const chart = s('svg', { width: axis.width, height: SPAN_HEIGHT, class: 'plot', 'aria-hidden': 'true' }, marks,
    s('rect', { class: 'window', x: from, y: 0, width: Math.max(2, to - from), height: SPAN_HEIGHT - 18 }), words);
  return h('div', { class: 'line span' }, h('span', { class: 'label' }, h('span', {}, 'whole span')), h('div', { class: 'holder' }, chart, handles));
}

// ------------------------------------------------------------------------------------------------ choosing
function tellBar(mark) {
  if (mark.dataset.tip) return mark.dataset.tip.split('\n');
  const event = page.events[mark.dataset.n];
  const kind = !isDated(event) ? 'on or before this day' : event.date_kind === 'throughout' ? 'all the time from start to end'
    : event.date_start === event.date_end ? '' : 'sometime in this interval';
  return [event.told, `${sayDays(event.date_start, event.date_end)}${kind ? `: ${kind}` : ''}`, kindOf(event)];
}

function chooseBar(mark) {
  if (performance.now() - brushedAt < 100) return; // the click that ends a drag
  if (mark.dataset.n) openEvidence(page.events[mark.dataset.n]);
  else choose({ period: [Math.max(wholeSpan()[0], Number(mark.dataset.from)), Number(mark.dataset.until)] });
}

/** Dragging sideways across the plots chooses the days below; a click without a drag stays a click. */
function makeBrush(lanes) {
  let drag = null;
  lanes.addEventListener('pointerdown', (event) => {
    const chart = event.target.closest('.plot');
    if (!chart || event.button || event.target.closest('.handle')) return;
    drag = { chart, isSpan: Boolean(chart.closest('.span')), left: chart.getBoundingClientRect().left, from: event.clientX, id: event.pointerId };
  });
  lanes.addEventListener('pointermove', (event) => {
    if (!drag || Math.abs(event.clientX - drag.from) < 5) return;
    if (!lanes.hasPointerCapture(drag.id)) lanes.setPointerCapture(drag.id);
    drag.to = event.clientX;
    hideTip();
    const brush = lanes.querySelector('.brush');
    const left = lanes.getBoundingClientRect().left;
    brush.hidden = false;
    brush.style.left = `${Math.min(drag.from, drag.to) - left}px`;
    brush.style.width = `${Math.abs(drag.to - drag.from)}px`;
  });
  const stop = () => {
    if (drag?.to !== undefined) {
      const [a, b] = [drag.from, drag.to].sort((x, y) => x - y).map((x) => Math.max(0, Math.min(axis.width, x - drag.left)));
      const days = drag.isSpan ? [spanDay(a), spanDay(b)] : [dayAt(a), dayAt(b)];
      choose({ period: [Math.floor(days[0]), Math.max(Math.floor(days[0]), Math.ceil(days[1]) - 1)] });
      brushedAt = performance.now();
    }
    drag = null;
  };
  lanes.addEventListener('pointerup', stop);
  lanes.addEventListener('pointercancel', () => { drag = null; });
}

/** The ends of the window answer to arrow keys, and to Page Up and Down in larger steps. */
function makeHandles(lanes) {
  lanes.addEventListener('keydown', (event) => {
    const end = event.target.dataset?.end;
    const [least, most] = wholeSpan();
    const step = Math.max(1, Math.round((most - least) / 100));
    const move = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -10 * step, PageUp: 10 * step }[event.key];
    if (!end || !move) return;
    event.preventDefault();
    const [first, last] = handleDays();
    const bound = (day) => Math.max(least, Math.min(most, day));
    choose({ period: end === 'first' ? [Math.min(bound(first + move), last), last] : [first, Math.max(bound(last + move), first)] });
    requestAnimationFrame(() => lanes.querySelector(`.handle.${end}`)?.focus());
  });
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
  byId('time-note').textContent = `${inside.length ? 'Each bar spans the days that the text allows. Drag across to choose a period.' : 'No dated row is shown.'}`
    + (notes.length ? ` ${notes.join('; ')}.` : '');
  const [from, until] = state.period || [null, null];
  byId('from').value = from === null ? '' : toIso(from);
  byId('until').value = until === null ? '' : toIso(until);
  const canWiden = !state.period && (state.isWhole || focusOf(rows));
  byId('whole').hidden = !state.period && !canWiden;
  byId('whole').textContent = state.period ? 'Clear period' : state.isWhole ? 'Where most rows lie' : 'Whole span';
  byId('time-key').replaceChildren(
    keyItem('sure', 'the day, or all of the time'), keyItem('within', 'sometime inside'), keyItem('open', 'on or before'),
    ...[['q-mc', 'conflict in deed'], ['q-vc', 'conflict in word'], ['q-mk', 'cooperation in deed'], ['q-vk', 'cooperation in word'], ['q-none', 'other']]
      .filter(([quad]) => rows.some((event) => event.quad === quad)).map(([quad, name]) => h('span', {}, h('i', { class: `dot ${quad}` }), name)),
  );
}

function keyItem(kind, name) {
  return h('span', {}, s('svg', { width: 34, height: 12, 'aria-hidden': 'true' }, s('g', { class: `bar-mark q-none ${kind}` },
    s('rect', { class: 'bar', x: 1, y: 1, width: 32, height: 10, rx: 2.5 }))), name);
}
