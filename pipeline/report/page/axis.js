// The time axis that all charts of the section share: which days it runs over, its units and their words.

const FOCUS = { share: 0.8, times: 4, pad: 0.06 }; // of the rows in a window so many times shorter than the whole span
const UNITS = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.2, '2 years': 730.5, '5 years': 1826, decade: 3652 }; // days
const IN_MONTHS = { month: 1, quarter: 3, year: 12, '2 years': 24, '5 years': 60, decade: 120 };

let axis = null; // { first, last, width }: days at both ends of the plots, and their width in pixels

/** First and last day that anything has. */
function wholeSpan() {
  if (!wholeSpan.days) {
    const days = [
      ...page.events.flatMap((event) => [event.date_start, event.date_end]),
      ...page.documents.map((document) => document.published),
    ].filter((day) => day !== null);
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
  const inside = dated.filter(
    (event) =>
      event.date_start <= last && lastDay(event) >= first && lastDay(event) - event.date_start <= (last - first || 31) * 2,
  );
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
  let at = months
    ? Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months
    : unit === 'week'
      ? Math.floor((first + 3) / 7) * 7 - 3
      : Math.floor(first); // day 0 was a Thursday
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

function plot(height, properties, ...children) {
  return s(
    'svg',
    { width: axis.width, height, viewBox: `0 0 ${axis.width} ${height}`, class: 'plot', ...properties },
    gridLines(height),
    ...children,
  );
}

function ticks() {
  const unit = unitFor(axis.first, axis.last, Math.max(3, axis.width / 84));
  const days = edgesOf(axis.first, axis.last, unit).filter((day) => across(day) >= 0 && across(day) <= axis.width - 28);
  return days.map((day, n) => ({ day, x: across(day), text: sayTick(day, unit, n === 0) }));
}

function gridLines(height) {
  return s(
    'g',
    { class: 'grid' },
    ticks().map(({ x }) => s('line', { x1: x, x2: x, y1: 0, y2: height })),
  );
}

function drawAxis() {
  return h(
    'div',
    { class: 'line axis' },
    h('span', { class: 'label' }),
    s(
      'svg',
      { width: axis.width, height: 22, viewBox: `0 0 ${axis.width} 22`, class: 'plot', 'aria-hidden': 'true' },
      ticks().map(({ x, text }) => s('text', { x: x + 3, y: 15 }, text)),
    ),
  );
}
