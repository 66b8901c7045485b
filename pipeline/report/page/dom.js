// Elements, the tooltip, and arrow keys among many marks. Text only ever enters the page as text nodes and attributes.

const SVG = 'http://www.w3.org/2000/svg';
const byId = (id) => document.getElementById(id);

/** An HTML element. Properties: `class`, `on` (event name to listener), `data` and attributes; null leaves one out. */
function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** An SVG element, as `h`. */
function s(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    else if (name === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A link to a web address; anything else that stands where an address should is shown as text. */
function link(address, text) {
  if (!/^https?:\/\//i.test(address || '')) return text;
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

const pencil = document.createElement('canvas').getContext('2d');

function textWidth(text, font) {
  pencil.font = font;
  return pencil.measureText(text).width;
}

/** As much of a text as fits, with an ellipsis where it was cut. */
function fitText(text, width, font) {
  if (textWidth(text, font) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(text.slice(0, middle) + '…', font) <= width) low = middle;
    else high = middle - 1;
  }
  return low > 3 ? text.slice(0, low).trimEnd() + '…' : '';
}

/** Lines of text near a mark; the first one is strong. */
function showTip(target, lines) {
  const tip = byId('tip');
  tip.replaceChildren(...lines.filter(Boolean).map((line, n) => h(n ? 'span' : 'b', {}, line)));
  tip.hidden = false;
  const mark = target.getBoundingClientRect();
  const box = tip.getBoundingClientRect();
  const middle = Math.max(mark.left, 0) + (Math.min(mark.right, innerWidth) - Math.max(mark.left, 0)) / 2;
  const left = Math.min(Math.max(8, middle - box.width / 2), innerWidth - box.width - 8);
  const above = mark.top - box.height - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 8 ? above : mark.bottom + 8}px`;
}

function hideTip() {
  byId('tip').hidden = true;
}

/** Marks of a chart that answer to pointer and keys: one stop for Tab, arrows move between them, Enter chooses.
 *  `tell` gives a mark's lines for the tooltip, `choose` acts on it. Call once for each container. */
function makeMarks(container, selector, tell, choose) {
  const markOf = (event) => event.target.closest(selector);
  const listen = (name, act) => container.addEventListener(name, (event) => markOf(event) && act(markOf(event), event));
  listen('pointerover', (mark) => showTip(mark, tell(mark)));
  listen('pointerout', hideTip);
  listen('focusin', (mark) => showTip(mark, tell(mark)));
  listen('focusout', hideTip);
  listen('click', (mark) => choose(mark));
  listen('keydown', (mark, event) => {
    if (event.key === 'Enter' || event.key === ' ') choose(mark);
    else if (!moveAmong(container, selector, mark, event.key)) return;
    event.preventDefault();
  });
}

function moveAmong(container, selector, mark, key) {
  const marks = [...container.querySelectorAll(selector)];
  const at = marks.indexOf(mark);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[key];
  if (to === undefined || !marks[to]) return false;
  mark.setAttribute('tabindex', '-1');
  marks[to].setAttribute('tabindex', '0');
  marks[to].focus();
  return true;
}

/** After a chart is drawn: its first mark takes the Tab stop. */
function offerFirst(container, selector) {
  container.querySelector(selector)?.setAttribute('tabindex', '0');
}
