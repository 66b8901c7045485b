// The whole span with the window that is shown, and the ways to choose a period: a drag, or the keys of its two handles.

const SPAN_HEIGHT = 44; // pixels

let brushedAt = -Infinity; // milliseconds, when the last drag ended

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
  const marks = spread.map((value, n) =>
    value <= 0
      ? null
      : s('rect', {
          class: 'spread',
          x: spanAt(edges[n]),
          width: STRIP.cell - 0.5,
          y: (1 - Math.sqrt(value / top)) * (SPAN_HEIGHT - 20),
          height: Math.sqrt(value / top) * (SPAN_HEIGHT - 20),
        }),
  );
  const [from, to] = [axis.first, axis.last].map((day) => Math.max(0, Math.min(axis.width, spanAt(day))));
  const days = handleDays();
  const handle = (end, day, name) =>
    h('button', {
      type: 'button',
      class: `handle ${end}`,
      role: 'slider',
      data: { end },
      'aria-label': name,
      'aria-valuemin': least,
      'aria-valuemax': most,
      'aria-valuenow': day,
      'aria-valuetext': sayDay(day),
      title: `${name}: arrow keys move it`,
    });
  const handles = [handle('first', days[0], 'Start of the period'), handle('last', days[1], 'End of the period')];
  handles[0].style.left = `${from}px`;
  handles[1].style.left = `${to}px`;
  const words = [
    s('text', { x: 0, y: SPAN_HEIGHT - 4 }, sayDay(least)),
    s('text', { x: axis.width, y: SPAN_HEIGHT - 4, 'text-anchor': 'end' }, sayDay(most)),
  ];
  const chart = s(
    'svg',
    { width: axis.width, height: SPAN_HEIGHT, viewBox: `0 0 ${axis.width} ${SPAN_HEIGHT}`, class: 'plot', 'aria-hidden': 'true' },
    marks,
    s('rect', { class: 'window', x: from, y: 0, width: Math.max(2, to - from), height: SPAN_HEIGHT - 18 }),
    words,
  );
  return h(
    'div',
    { class: 'line span' },
    h('span', { class: 'label' }, h('span', {}, 'whole span')),
    h('div', { class: 'holder' }, chart, handles),
  );
}

/** Dragging sideways across the plots chooses the days below; a click without a drag stays a click. */
function makeBrush(lanes) {
  let drag = null;
  lanes.addEventListener('pointerdown', (event) => {
    const chart = event.target.closest('.plot');
    if (!chart || event.button || event.target.closest('.handle')) return;
    drag = {
      chart,
      isSpan: Boolean(chart.closest('.span')),
      left: chart.getBoundingClientRect().left,
      from: event.clientX,
      id: event.pointerId,
    };
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
  lanes.addEventListener('pointercancel', () => {
    drag = null;
  });
}

/** The ends of the window answer to arrow keys, and to Page Up and Down in larger steps. */
function makeHandles(lanes) {
  lanes.addEventListener('keydown', (event) => {
    const end = event.target.dataset?.end;
    const [least, most] = wholeSpan();
    const step = Math.max(1, Math.round((most - least) / 100));
    const move = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -10 * step, PageUp: 10 * step }[
      event.key
    ];
    if (!end || !move) return;
    event.preventDefault();
    const [first, last] = handleDays();
    const bound = (day) => Math.max(least, Math.min(most, day));
    choose({
      period: end === 'first' ? [Math.min(bound(first + move), last), last] : [first, Math.max(bound(last + move), first)],
    });
    requestAnimationFrame(() => lanes.querySelector(`.handle.${end}`)?.focus());
  });
}
