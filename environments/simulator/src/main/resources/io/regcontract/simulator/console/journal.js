// The journal, live: the latest calls, and how often each code was met.

import { get, of } from '/console/api.js';
import { el, code, table, row, time } from '/console/dom.js';
import { showMet } from '/console/drills.js';

const MOST = 200;
const COLUMNS = ['Time', 'Operation', 'Client', 'Outcome', 'Request token'];
let drawn = '';

export function forgetJournal() {
  drawn = '';
}

export async function refreshJournal() {
  const journal = await get(of('/journal'));
  const text = JSON.stringify(journal);
  if (text === drawn) return;
  drawn = text;
  const met = new Map();
  for (const call of journal.calls.filter(each => each.code)) {
    met.set(call.code, { count: (met.get(call.code)?.count ?? 0) + 1, last: call.time });
  }
  showMet(met);
  const latest = journal.calls.slice(-MOST).reverse();
  document.getElementById('journal-list').replaceChildren(latest.length
    ? table('Calls', COLUMNS, latest.map(shown))
    : el('p', { class: 'note' }, 'No call has come in.'));
}

function shown(call) {
  const outcome = call.code ? el('span', { class: 'tag fails' }, String(call.code)) : el('span', { class: 'tag good' }, 'success');
  return row(COLUMNS, [time(call.time), code(call.operation), code(call.clientId ?? 'none'), outcome, code(call.requestToken ?? '')]);
}
