// The journal, live: the latest calls and marks, how often each code was met, and what the rules say of it.

import { get, of } from '/console/api.js';
import { el, code, table, row, time } from '/console/dom.js';
import { showMet } from '/console/drills.js';

const MOST = 200;
const COLUMNS = ['Time', 'Operation', 'Client', 'Outcome', 'Request token', 'What it named'];
const MARKS = { armed: 'drill armed', changed: 'drill changed the state', undone: 'drill undone', world: 'the state was changed', note: 'note', restarted: 'simulator restarted' };
const CAUSES = { drill: 'by a drill', world: 'by the state', caller: 'by the caller' };

let last = 0;
let entries = [];
let drawn = '';
let judged = '';

export function forgetJournal() {
  last = 0;
  entries = [];
  drawn = '';
  judged = '';
}

export async function refreshJournal() {
  let journal = await get(of('/journal?after=' + last + '&limit=1000'));
  if (journal.last < last) {
    forgetJournal();
    journal = await get(of('/journal?after=0&limit=1000'));
  }
  while (take(journal)) journal = await get(of('/journal?after=' + last + '&limit=1000'));
  showMet(met(journal.errors));
  draw(journal.forgotten);
  if (location.hash === '#journal') await drawReactions();
}

/** Takes what is new; says whether there is more. */
function take(journal) {
  const more = [...journal.calls, ...journal.marks].sort((a, b) => a.sequence - b.sequence);
  entries = [...entries, ...more].slice(-MOST);
  last = journal.last;
  return journal.more && more.length > 0;
}

/** How often each code was met, and when last, over all operations and clients. */
function met(errors) {
  const codes = new Map();
  for (const each of errors) {
    const before = codes.get(each.code) ?? { count: 0, last: '' };
    codes.set(each.code, { count: before.count + each.times, last: before.last > each.last ? before.last : each.last });
  }
  return codes;
}

function draw(forgotten) {
  const text = JSON.stringify(entries);
  if (text === drawn) return;
  drawn = text;
  document.getElementById('journal-list').replaceChildren(entries.length
    ? table('Calls', COLUMNS, [...entries].reverse().map(entry => (entry.kind ? mark(entry) : call(entry))))
    : el('p', { class: 'note' }, 'No call has come in.'));
  if (forgotten) {
    document.getElementById('journal-list').append(el('p', { class: 'note' }, forgotten + ' older calls are not kept any more.'));
  }
}

function call(entry) {
  const failure = entry.failure;
  const outcome = failure
    ? [el('span', { class: 'tag fails' }, failure.code + ' ' + failure.error), ' ', el('span', { class: 'meta' }, CAUSES[failure.cause] ?? '')]
    : el('span', { class: 'tag good' }, 'success');
  return row(COLUMNS, [
    time(entry.time),
    [code(entry.operation), entry.repeated ? el('span', { class: 'meta' }, ' and ' + entry.repeated + ' times more at once') : ''],
    code(entry.clientId ?? 'none'), outcome, code(failure?.requestToken ?? ''), named(entry)]);
}

/** Ids, bounds and the page of a search: what the rules judge by. */
function named(entry) {
  const ids = (entry.ids ?? []).map(id => id.parameter + ' ' + (id.value === '' ? '(empty)' : id.value) + (id.isNothing ? ' (of nothing)' : ''));
  const bounds = (entry.bounds ?? []).map(bound => bound.attribute + ' ' + bound.comparison + ' ' + bound.value);
  const page = entry.page ? ['page of ' + (entry.page.maxResults ?? '100, as nothing was said') + (entry.page.full ? ', full' : '')] : [];
  return [...ids, ...bounds, ...page].join('; ');
}

function mark(entry) {
  return row(COLUMNS, [time(entry.time), el('span', { class: 'tag' }, MARKS[entry.kind] ?? entry.kind), '', entry.name ?? '', '', '']);
}

async function drawReactions() {
  const { reactions } = await get(of('/journal/reactions'));
  const text = JSON.stringify(reactions);
  if (text === judged) return;
  judged = text;
  const columns = ['Verdict', 'Rule', 'What was seen'];
  document.getElementById('reactions').replaceChildren(reactions.length
    ? table('Reactions', columns, reactions.map(each => row(columns, [
      el('span', { class: 'tag ' + ({ fails: 'fails', warns: 'warns' }[each.verdict] ?? '') }, each.verdict.replaceAll('-', ' ')),
      each.rule.replaceAll('-', ' '), each.sentence])))
    : el('p', { class: 'note' }, 'No reaction to an error has been seen.'));
}
