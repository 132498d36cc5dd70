// Elements and texts. Nothing that comes from a simulator is ever read as markup.

/** An element with attributes and children; texts become text nodes, empty children are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A table with a heading for each column; on narrow screens each row is a block. */
export function table(caption, columns, rows) {
  return el('div', { class: 'scroll card pad', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { class: 'plain stack' },
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, columns.map(column => el('th', { scope: 'col' }, column)))),
      el('tbody', {}, rows)));
}

/** A row of such a table; a cell is a text, an element or a list of them. */
export function row(columns, cells, attributes = {}) {
  return el('tr', attributes, cells.map((cell, i) => el('td', { 'data-label': columns[i] }, el('span', {}, cell))));
}

export function code(text) {
  return el('code', {}, text);
}

/** A time as people read it, without the part that is the same for all. */
export function time(text) {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? String(text) : at.toISOString().replace('T', ' ').slice(0, 19);
}

/** Says something to the person, also by a screen reader. */
export function say(text, good = false) {
  const notice = document.getElementById('notice');
  notice.classList.toggle('good', good);
  notice.textContent = text;
}
