// The documented errors as cards: what each drill does, arming it, its state, undoing it.

import { get, post, remove, of } from '/console/api.js';
import { el, code, say, time } from '/console/dom.js';

const cards = document.getElementById('cards');
const find = document.getElementById('find');
const onlyDrills = document.getElementById('only-drills');
const shown = new Map();

/** Draws all cards once; later their states alone change, so that nothing is lost under a person's hands. */
export async function drawCards() {
  const { codes } = await (await fetch('/console/codes.json')).json();
  const { offered } = await get(of('/drills'));
  shown.clear();
  cards.replaceChildren();
  const categories = Map.groupBy ? Map.groupBy(codes, each => each.category) : grouped(codes);
  for (const [category, members] of categories) {
    section(category, members.map(each => ({ ...each, drills: offered.filter(drill => drill.code === each.code) })));
  }
  const beside = offered.filter(drill => !drill.code);
  if (beside.length) {
    section('no error of the API, and met all the same', beside.map(drill => ({ name: drill.name, drills: [drill] })));
  }
  filter();
  await refreshDrills();
}

function grouped(codes) {
  const groups = new Map();
  for (const each of codes) groups.set(each.category, [...(groups.get(each.category) ?? []), each]);
  return groups;
}

function section(title, members) {
  const heading = title[0].toUpperCase() + title.slice(1);
  cards.append(el('div', { class: 'category' }, el('h3', {}, heading), el('div', { class: 'cards' }, members.map(card))));
}

function card({ code: number, name, drills }) {
  const id = number ? 'code-' + number : 'drill-' + name;
  const met = el('span', { class: 'tag' }, number ? 'never met' : '');
  const armed = el('ul', { class: 'armed', 'aria-label': 'Armed' });
  const title = number ? [el('span', { class: 'code' }, String(number)), ' ' + name] : [name.replaceAll('-', ' ')];
  const head = el('h4', { id: id + '-name' }, title, number ? met : '');
  const body = drills.length
    ? offer(id, drills)
    : [el('p', { class: 'ends' }, 'Only the caller can cause it. The journal shows when one did.')];
  const article = el('article', { class: 'card drill', id, 'aria-labelledby': id + '-name' }, head, body, armed);
  shown.set(id, { article, met, armed, drills, words: [number, name, ...drills.flatMap(each => [each.name, each.does])].join(' ').toLowerCase() });
  return article;
}

/** What can be chosen on a card: the cause where there are several, and whose calls. */
function offer(id, drills) {
  const does = el('p', { class: 'does' });
  const ends = el('p', { class: 'ends' });
  const fields = el('fieldset', {}, el('legend', { class: 'unseen' }, 'Whose calls'));
  const cause = el('select', { id: id + '-cause', on: { change: show } }, drills.map(each => el('option', { value: each.name }, each.name.replaceAll('-', ' '))));
  const chosen = () => drills.find(each => each.name === cause.value) ?? drills[0];
  function show() {
    does.textContent = chosen().does;
    ends.textContent = chosen().ends;
    fields.replaceChildren(fields.firstChild, ...aims(id, chosen()));
  }
  show();
  const arm = el('button', { type: 'button', class: 'main', on: { click: () => armDrill(chosen(), fields) } }, 'Arm', el('span', { class: 'unseen' }, ' ' + id.replace('code-', '')));
  return [
    drills.length > 1 ? el('p', {}, el('label', { for: id + '-cause' }, 'Cause '), cause) : '',
    does,
    ends,
    el('details', {}, el('summary', {}, 'Whose calls, and which'), fields),
    el('div', { class: 'act' }, arm),
  ];
}

const AIMS = {
  operation: 'Operation', group: 'Group of operations', client: 'Client id', person: 'Person, by e-mail or uuid',
};

function aims(id, drill) {
  const wanted = Object.keys(AIMS).filter(aim => drill.aims.includes(aim)).map(aim => field(id, aim, AIMS[aim],
    aim === 'operation'
      ? el('select', { name: aim }, el('option', { value: '' }, 'any of ' + drill.operations.length), drill.operations.map(path => el('option', {}, path)))
      : el('input', { name: aim, type: 'text', autocomplete: 'off', spellcheck: 'false' })));
  return [...wanted,
    field(id, 'from', 'From the how-manieth matching call on', el('input', { name: 'from', type: 'number', min: 1, placeholder: '1' })),
    field(id, 'times', 'For how many calls', el('input', { name: 'times', type: 'number', min: 1, placeholder: 'until it is undone' }))];
}

function field(id, name, text, input) {
  input.id = id + '-' + name;
  return el('label', { for: input.id }, text, input);
}

async function armDrill(drill, fields) {
  const order = { drill: drill.name };
  for (const input of fields.querySelectorAll('input, select')) {
    if (input.value) order[input.name] = input.type === 'number' ? Number(input.value) : input.value.trim();
  }
  try {
    await post(of('/drills'), order);
    say('Armed: ' + drill.name.replaceAll('-', ' ') + '. It waits for a call.', true);
    await refreshDrills();
  } catch (refused) {
    say(refused.message);
  }
}

/** Shows what is armed. */
export async function refreshDrills() {
  const { armed } = await get(of('/drills'));
  document.getElementById('armed-count').textContent = armed.length ? String(armed.length) : '';
  document.getElementById('undo-all').disabled = armed.length === 0;
  for (const [id, each] of shown) {
    const mine = armed.filter(drill => (drill.code ? 'code-' + drill.code : 'drill-' + drill.drill) === id);
    each.article.dataset.state = mine.some(drill => drill.state === 'changed') ? 'changed' : mine.some(drill => drill.state === 'waiting') ? 'waiting' : '';
    const text = JSON.stringify(mine);
    if (each.text !== text) {
      each.text = text;
      each.armed.replaceChildren(...mine.map(undoable));
    }
  }
}

function undoable(drill) {
  const state = { waiting: 'armed, waits for its call', changed: 'the state is changed', ended: 'over' }[drill.state] ?? drill.state;
  const aim = ['operation', 'group', 'client', 'person'].filter(key => drill[key]).map(key => drill[key]).join(', ');
  return el('li', { 'data-id': drill.id },
    el('span', { class: 'tag ' + (drill.state === 'changed' ? 'fails' : drill.state === 'waiting' ? 'warns' : '') }, state),
    el('span', { class: 'meta' }, (aim ? aim + '; ' : '') + drill.matched + (drill.matched === 1 ? ' call matched' : ' calls matched')),
    el('button', { type: 'button', class: 'undo', on: { click: () => undo(drill) } }, drill.state === 'ended' ? 'Take away' : 'Undo', el('span', { class: 'unseen' }, ' ' + drill.drill)));
}

async function undo(drill) {
  try {
    await remove(of('/drills/' + encodeURIComponent(drill.id)));
    say('Undone: ' + drill.drill.replaceAll('-', ' ') + '.', true);
  } catch (gone) {
    say(gone.message);
  }
  await refreshDrills();
}

/** Shows on the cards what callers have met: for each code how often, and when last. */
export function showMet(met) {
  for (const [id, each] of shown) {
    const { count, last } = met.get(Number(id.replace('code-', ''))) ?? { count: 0 };
    each.met.className = count ? 'tag warns' : 'tag';
    each.met.textContent = !each.met.isConnected ? '' : count ? 'met ' + (count === 1 ? 'once' : count + ' times') : 'never met';
    each.met.title = last ? 'last at ' + time(last) : '';
  }
}

function filter() {
  const word = find.value.trim().toLowerCase();
  for (const { article, drills, words } of shown.values()) {
    article.hidden = !words.includes(word) || (onlyDrills.checked && drills.length === 0);
  }
  for (const category of cards.children) {
    category.hidden = [...category.querySelectorAll('.drill')].every(each => each.hidden);
  }
}

find.addEventListener('input', filter);
onlyDrills.addEventListener('change', filter);
document.getElementById('undo-all').addEventListener('click', async () => {
  await remove(of('/drills')).catch(refused => say(refused.message));
  await refreshDrills();
});
