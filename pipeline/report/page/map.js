// Events on the map. A place that is known well is a circle as large as its dead; one known only to a district or wider is
// an area. All positions were computed when the page was made; here they are only moved and scaled.

const ZOOM_STEP = 1.6;
const MOST_ZOOM = 60;
const CIRCLE = { least: 5, per: 3.2, most: 40 }; // pixels: radius of a place without dead, and times the root of the dead
const NAMES = { cities: 14, places: 16 };

const view = { k: 1, x: 0, y: 0, width: 0, height: 0, fitted: '' };

function startMap() {
  if (!page.map) return;
  const globe = byId('globe');
  const zoom = (label, name, act) => h('button', { type: 'button', 'aria-label': name, title: name, on: { click: act } }, label);
  globe.append(
    s(
      'svg',
      { id: 'chart', role: 'group', 'aria-label': 'Map of the rows' },
      s('rect', { class: 'sea', width: '100%', height: '100%' }),
      s(
        'g',
        { id: 'ground' },
        s('path', { class: 'land', d: page.map.land }),
        s('path', { class: 'borders', d: page.map.borders }),
        s('path', { class: 'coasts', d: page.map.coasts }),
        s('g', { id: 'areas' }),
      ),
      s('g', { id: 'names', 'aria-hidden': 'true' }),
      s('g', { id: 'marks' }),
    ),
    h(
      'div',
      { class: 'zoom' },
      zoom('+', 'Zoom in', () => zoomBy(ZOOM_STEP)),
      zoom('−', 'Zoom out', () => zoomBy(1 / ZOOM_STEP)),
      zoom('⤢', 'Fit to the rows', () => {
        view.fitted = '';
        drawMap();
      }),
    ),
  );
  const tell = (mark) => tellSpot(Number(mark.dataset.spot));
  const pick = (mark) => chooseSpot(Number(mark.dataset.spot));
  makeMarks(byId('marks'), '.spot', tell, pick);
  makeMarks(byId('areas'), '.spot', tell, pick);
  makePan(byId('chart'));
  renderers.push(drawMap);
  new ResizeObserver(() => globe.clientWidth !== view.width && drawMap()).observe(globe);
}

/** The places of the rows shown, with their rows and dead. */
function groupSpots() {
  const spots = new Map();
  for (const event of shown('spot').filter(isPlaced)) {
    const spot = spots.get(event.spot) || {
      n: event.spot,
      rows: 0,
      dead: 0,
      quads: {},
      ...page.spots[event.spot],
      ...page.map.spots[event.spot],
    };
    spot.rows += 1;
    spot.dead += dead(event);
    spot.quads[event.quad] = (spot.quads[event.quad] || 0) + 1;
    spots.set(event.spot, spot);
  }
  const usual = (quads) => Object.entries(quads).sort((a, b) => b[1] - a[1])[0][0];
  return [...spots.values()]
    .map((spot) => ({ ...spot, quad: usual(spot.quads) }))
    .sort((a, b) => b.dead - a.dead || b.rows - a.rows);
}

function drawMap() {
  const globe = byId('globe');
  Object.assign(view, { width: globe.clientWidth, height: globe.clientHeight });
  const spots = groupSpots();
  const fitted = `${view.width} ${spots
    .map(({ n }) => n)
    .sort()
    .join(' ')}`;
  if (fitted !== view.fitted) fitView(spots);
  view.fitted = fitted;
  view.spots = spots;
  byId('areas').replaceChildren(
    ...spots
      .filter((spot) => !spot.point)
      .sort((a, b) => extentOf(b) - extentOf(a))
      .map(drawArea),
  );
  placeMarks();
  offerFirst(byId('areas'), '.spot');
  tellMap(spots);
}

const extentOf = (spot) => (spot.area ? spot.area.length * 1000 : 0) + spot.radius;

/** Scale and position so that all shown places are in the picture, in some surroundings. */
function fitView(spots) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, radius = 0 } of spots) {
    const reach = Math.min(radius * 1.3, page.map.least / 2);
    [x - reach, y - reach].forEach((value, n) => {
      box[n] = Math.min(box[n], value);
    });
    [x + reach, y + reach].forEach((value, n) => {
      box[n + 2] = Math.max(box[n + 2], value);
    });
  }
  if (!spots.length) box.splice(0, 4, 0, 0, page.map.page, page.map.page);
  const [width, height] = [Math.max(box[2] - box[0], page.map.least * 0.6), Math.max(box[3] - box[1], page.map.least * 0.4)];
  view.k = Math.min(view.width / width, view.height / height) * 0.8;
  view.x = view.width / 2 - ((box[0] + box[2]) / 2) * view.k;
  view.y = view.height / 2 - ((box[1] + box[3]) / 2) * view.k;
}

const onScreen = (x, y) => [x * view.k + view.x, y * view.k + view.y];

/** Everything that depends on the position of the map. */
function placeMarks() {
  byId('chart').setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
  byId('ground').setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.k})`);
  byId('marks').replaceChildren(...view.spots.filter((spot) => spot.point).map(drawCircle));
  offerFirst(byId('marks'), '.spot');
  drawNames();
}

function spotProperties(spot, kind) {
  const isChosen = state.spot === spot.n;
  return {
    class: `spot ${kind} ${spot.quad}${isChosen ? ' chosen' : state.spot === null ? '' : ' other'}`,
    role: 'button',
    tabindex: '-1',
    'aria-pressed': String(isChosen),
    'aria-label': tellSpot(spot.n, spot).join(', '),
    data: { spot: spot.n },
  };
}

function radiusOf(spot) {
  return spot.dead ? Math.min(CIRCLE.most, CIRCLE.least + CIRCLE.per * Math.sqrt(spot.dead)) : CIRCLE.least;
}

function drawCircle(spot) {
  const [x, y] = onScreen(spot.x, spot.y);
  return s('circle', { ...spotProperties(spot, spot.dead ? 'dead' : 'none'), cx: x, cy: y, r: radiusOf(spot) });
}

/** The more dead, the stronger the area's colour. */
function drawArea(spot) {
  const properties = {
    ...spotProperties(spot, 'area'),
    'fill-opacity': Math.min(0.5, 0.13 + Math.sqrt(spot.dead) * 0.04).toFixed(2),
  };
  return spot.area
    ? s('path', { ...properties, d: spot.area })
    : s('circle', { ...properties, cx: spot.x, cy: spot.y, r: spot.radius });
}

/** Names that do not cover each other: first the rows' places, then countries, then large towns. */
function drawNames() {
  const taken = [];
  const isFree = (box) =>
    box.x > 2 &&
    box.y > 2 &&
    box.x + box.width < view.width - 2 &&
    box.y + box.height < view.height - 2 &&
    taken.every(
      (other) =>
        box.x + box.width < other.x ||
        other.x + other.width < box.x ||
        box.y + box.height < other.y ||
        other.y + other.height < box.y,
    );
  const put = (text, x, y, size, kind, note = '') => {
    const width = textWidth(text, `${size}px system-ui, sans-serif`) * (kind === 'country' ? 1.25 : 1.04);
    const wide = Math.max(width, note ? textWidth(note, '11px system-ui, sans-serif') : 0);
    const box = { x: x - wide / 2, y: y - size, width: wide, height: size + (note ? 17 : 4) };
    if (!isFree(box)) return null;
    taken.push(box);
    return s(
      'g',
      { class: kind },
      s('text', { x, y, 'font-size': size, 'text-anchor': 'middle' }, text),
      note ? s('text', { class: 'amount', x, y: y + 14, 'font-size': 11, 'text-anchor': 'middle' }, note) : null,
    );
  };
  const spots = view.spots.slice(0, NAMES.places).map((spot) => {
    const [x, y] = onScreen(spot.x, spot.y);
    const note = spot.dead ? `${sayNumber(spot.dead)} dead` : '';
    return put(spot.name.split(', ')[0], x, spot.point ? y - radiusOf(spot) - (note ? 18 : 5) : y + 2, 13, 'place', note);
  });
  const shownNames = new Set(view.spots.map((spot) => spot.name.split(', ')[0]));
  const far = ([name, x, y]) => [name, ...onScreen(x, y)];
  const countries = page.map.countries.map(far).map(([name, x, y]) => put(name, x, y, 12, 'country'));
  let room = NAMES.cities;
  const cities = page.map.cities
    .filter(([name]) => !shownNames.has(name))
    .map(far)
    .map(([name, x, y]) => {
      if (room <= 0) return null;
      const drawn = put(name, x, y - 5, 11, 'city');
      if (drawn) drawn.append(s('circle', { cx: x, cy: y, r: 1.6 }));
      room -= drawn ? 1 : 0;
      return drawn;
    });
  byId('names').replaceChildren(...[...countries, ...cities, ...spots].filter(Boolean));
}

function zoomBy(times, [x, y] = [view.width / 2, view.height / 2]) {
  const least = Math.min(view.width, view.height) / page.map.page;
  const k = Math.max(least, Math.min(view.k * times, least * MOST_ZOOM));
  view.x = x - ((x - view.x) * k) / view.k;
  view.y = y - ((y - view.y) * k) / view.k;
  view.k = k;
  placeMarks();
}

/** Dragging moves the map; the wheel zooms only with Ctrl, so that the page can be scrolled across it. */
function makePan(chart) {
  let from = null;
  chart.addEventListener('pointerdown', (event) => {
    from = { x: event.clientX - view.x, y: event.clientY - view.y, at: event.clientX, id: event.pointerId };
  });
  chart.addEventListener('pointermove', (event) => {
    if (!from || (!from.isMoving && Math.abs(event.clientX - from.at) < 4)) return;
    from.isMoving = true;
    if (!chart.hasPointerCapture(from.id)) chart.setPointerCapture(from.id);
    view.x = event.clientX - from.x;
    view.y = event.clientY - from.y;
    hideTip();
    placeMarks();
  });
  const stop = () => {
    from = null;
  };
  chart.addEventListener('pointerup', stop);
  chart.addEventListener('pointercancel', stop);
  chart.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, [event.offsetX, event.offsetY]);
    },
    { passive: false },
  );
}

function tellSpot(n, spot = view.spots.find((one) => one.n === n)) {
  if (!spot) return [];
  return [
    spot.name,
    `${sayMany(spot.rows, 'row')}, ${sayNumber(spot.dead)} dead`,
    spot.point ? '' : `known only as a ${spot.level}: somewhere in this area`,
  ].filter(Boolean);
}

function chooseSpot(n) {
  choose({ spot: state.spot === n ? null : n });
}

function tellMap(spots) {
  const rows = shown();
  const without = rows.filter((event) => !isPlaced(event)).length;
  byId('map-note').textContent =
    `${sayMany(spots.length, 'place')}.` + (without ? ` ${sayMany(without, 'row')} without a place on the map.` : '');
  byId('map-key').replaceChildren(
    h(
      'span',
      {},
      s(
        'svg',
        { width: 66, height: 30, 'aria-hidden': 'true' },
        [
          [1, 12],
          [10, 38],
        ].map(([number, x]) =>
          s('circle', { class: 'spot dead q-mc', cx: x, cy: 15, r: Math.min(14, CIRCLE.least + CIRCLE.per * Math.sqrt(number)) }),
        ),
      ),
      '1 and 10 dead',
    ),
    h(
      'span',
      {},
      s(
        'svg',
        { width: 18, height: 18, 'aria-hidden': 'true' },
        s('circle', { class: 'spot none q-mc', cx: 9, cy: 9, r: CIRCLE.least }),
      ),
      'nobody reported dead',
    ),
    h(
      'span',
      {},
      s(
        'svg',
        { width: 34, height: 20, 'aria-hidden': 'true' },
        s('rect', { class: 'spot area q-mc', x: 2, y: 2, width: 30, height: 16, rx: 5, 'fill-opacity': 0.2 }),
      ),
      'somewhere in the area; its outline is approximate',
    ),
  );
}
