// Puts it all together once the data is unpacked.

const THEMES = ['auto', 'light', 'dark'];

function startTheme() {
  let theme = 'auto';
  try {
    theme = localStorage.getItem('theme') || 'auto';
  } catch {
    /* a browser that keeps nothing for files */
  }
  const set = (next) => {
    theme = THEMES.includes(next) ? next : 'auto';
    document.documentElement.dataset.theme = theme;
    byId('theme').textContent = `Theme: ${theme}`;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      /* as above */
    }
  };
  byId('theme').addEventListener('click', () => set(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]));
  set(theme);
}

function tellStory() {
  const read = page.documents.filter((document) => document.status === 'ok');
  const days = read.map((document) => document.published).filter((day) => day !== null);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const published = days.length ? `, published ${first === last ? sayDay(first) : `${sayDay(first)} to ${sayDay(last)}`}` : '';
  byId('standfirst').textContent =
    `${sayMany(page.events.length, 'row')} read by machine from ${sayMany(read.length, 'article')}${published}. ` +
    'Every row shows the words that it rests on; review before you publish.';
  byId('colophon').replaceChildren(
    h(
      'p',
      {},
      'A row is one distinct event, however often it is told. Only countable violent incidents are summed; ',
      'totals over many events, speech acts, plans and denials have switches of their own. Intervals are the days that the text allows.',
    ),
    h(
      'p',
      {},
      `Build ${page.build}, schema ${page.schema}. Boundaries: Natural Earth, as they stand on the ground and without prejudice to any claim. `,
      'Places: GeoNames, CC BY 4.0. The quotes belong to their publishers.',
    ),
  );
}

async function start() {
  startTheme();
  if (typeof DecompressionStream === 'undefined') {
    byId('standfirst').textContent = 'This page needs a browser of 2023 or newer.';
    return;
  }
  page = await readPage();
  tellStory();
  document.querySelectorAll('main [hidden], #figures').forEach((section) => {
    section.hidden = section.id === 'map' ? !page.map : false;
  });
  startFilters();
  startTime();
  startMap();
  startMatrix();
  startTable();
  renderers.forEach((render) => render());
  startEvidence();
  document.documentElement.dataset.ready = 'yes';
}

start();
