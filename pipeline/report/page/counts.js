// Rows over time, and beneath them the articles read: no events may mean no articles.

const STRIP = { height: 30, cell: 4 }; // pixels
const COUNTS_HEIGHT = 110;
const PUBLISHERS = { most: 6, height: 22 };

/** So many rows that single bars would be a blot: how many are likely in each stretch, an interval spread evenly. */
function drawStrip(rows) {
  const cells = Math.max(1, Math.floor(axis.width / STRIP.cell));
  const edges = Array.from({ length: cells + 1 }, (_, n) => axis.first + (n / cells) * (axis.last - axis.first));
  const { spread } = spreadOver(rows.filter(isDated), edges, () => 1);
  const most = Math.max(...spread);
  const marks = spread.map((value, n) =>
    value <= 0
      ? null
      : s('rect', {
          x: across(edges[n]),
          y: 4,
          width: STRIP.cell - 0.5,
          height: STRIP.height - 8,
          class: 'strip',
          'fill-opacity': (0.12 + 0.88 * Math.sqrt(value / most)).toFixed(2),
        }),
  );
  return plot(
    STRIP.height,
    { role: 'img', 'aria-label': `${sayMany(rows.length, 'row')}, too many for single bars`, class: `plot ${rows[0].quad}` },
    marks,
  );
}

/** For each stretch between two edges the sum of `value`: of rows that lie in it whole, and of all rows, spread evenly. */
function spreadOver(rows, edges, value) {
  const whole = new Array(edges.length - 1).fill(0);
  const spread = new Array(edges.length - 1).fill(0);
  const at = (day) => {
    // the stretch that holds a day
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
    const [low, high] = [at(from), at(to - 1e-9)];
    if (low === high && whole[low] !== undefined) whole[low] += amount;
    for (let n = Math.max(0, low); n <= Math.min(high, spread.length - 1); n += 1) {
      spread[n] += amount * ((Math.min(to, edges[n + 1]) - Math.max(from, edges[n])) / (to - from));
    }
  }
  return { whole, spread };
}

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
    return s(
      'g',
      {
        class: 'bar-mark count',
        role: 'button',
        tabindex: '-1',
        data: {
          from: edges[n],
          until: edges[n + 1] - 1,
          tip: `${sayUnit(edges[n], unit)}\n${sayShare(value)} rows: ${sayNumber(counts.whole[n])} surely, the rest as shares of longer intervals\n${sayShare(deaths.spread[n])} dead`,
        },
        'aria-label': `${sayUnit(edges[n], unit)}: ${sayShare(value)} rows, ${sayShare(deaths.spread[n])} dead`,
      },
      s('rect', { class: 'hit', x: left, y: 0, width: Math.max(1, right - left), height: COUNTS_HEIGHT }),
      s('rect', { class: 'spread', x: left, y: base - height(value), width: wide, height: height(value) }),
      s('rect', { class: 'whole', x: left, y: base - height(counts.whole[n]), width: wide, height: height(counts.whole[n]) }),
    );
  });
  const lines = [most, most / 2].map((value) =>
    s(
      'g',
      { class: 'scale' },
      s('line', { x1: 0, x2: axis.width, y1: base - height(value), y2: base - height(value) }),
      s('text', { x: 0, y: base - height(value) - 3 }, sayShare(value)),
    ),
  );
  return [
    h(
      'div',
      { class: 'line counts' },
      h('span', { class: 'label' }, h('span', {}, `rows per ${unit}`)),
      plot(
        COUNTS_HEIGHT,
        { role: 'group' },
        lines,
        s('line', { class: 'base', x1: 0, x2: axis.width, y1: base, y2: base }),
        bars,
      ),
    ),
  ];
}

const sayShare = (value) =>
  value < 10 && Math.abs(value - Math.round(value)) > 0.04 ? value.toFixed(1) : sayNumber(Math.round(value));

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
  if (alone.length < ranked.length)
    groups.push({ name: `${ranked.length - alone.length} others`, holds: (publisher) => !alone.includes(publisher) });
  const unit = unitFor(axis.first, axis.last, Math.min(110, axis.width / 9));
  const edges = edgesOf(axis.first, axis.last, unit);
  const title = h('div', { class: 'line heads' }, h('span', { class: 'label' }, h('span', {}, 'articles read')));
  return [
    title,
    ...groups.map(({ name, holds }) =>
      drawPublisher(
        name,
        read.filter(({ publisher }) => holds(publisher || 'unknown')),
        edges,
        unit,
      ),
    ),
  ];
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
    return s(
      'g',
      { class: 'read' },
      s('title', {}, `${name}, ${sayUnit(edges[n], unit)}: ${sayMany(number, 'article')}`),
      s('rect', {
        x: left,
        y: 4,
        width: Math.max(3, right - left - 1.5),
        height: height - 8,
        rx: 2,
        'fill-opacity': (0.35 + 0.65 * (number / most)).toFixed(2),
      }),
    );
  });
  const undated = documents.filter(({ published }) => published === null).length;
  const label = h('span', { class: 'label', title: name }, h('span', {}, name), h('b', {}, sayNumber(documents.length)));
  return h(
    'div',
    { class: 'line publisher' },
    label,
    plot(
      height,
      {
        role: 'img',
        'aria-label': `${name}: ${sayMany(documents.length, 'article')}${undated ? `, ${undated} without a day` : ''}`,
      },
      marks,
    ),
  );
}
