// What an application has: mails, records, clients, settings.

import { get, of } from '/console/api.js';
import { el, code, table, row, time } from '/console/dom.js';

const PAGE = 50;
const drawn = new Map();

/** Replaces what a place shows when there is something else to show, so that a person's focus stays. */
function place(id, data, elements) {
  const text = JSON.stringify(data);
  const key = id;
  if (drawn.get(key) === text) return;
  drawn.set(key, text);
  document.getElementById(id).replaceChildren(...elements());
}

const nothing = sentence => [el('p', { class: 'note' }, sentence)];

export async function drawMails() {
  const { mails } = await get(of('/mails'));
  const columns = ['Time', 'To', 'What', 'Code', 'Link'];
  place('mails-list', mails, () => mails.length
    ? [table('Mails', columns, [...mails].reverse().map(mail => row(columns, [time(mail.time), mail.to, mail.kind, code(mail.code), link(mail.link)])))]
    : nothing('The application has sent no mail.'));
}

/** Only an address of the web becomes a link: what else stands there stays a text. */
function link(text) {
  return /^https?:\/\//.test(text ?? '')
    ? el('a', { href: text, rel: 'noreferrer noopener', target: '_blank' }, text)
    : code(text ?? '');
}

export async function drawRecords() {
  const { types } = await get(of('/types'));
  const pages = await Promise.all(types.map(type => get(of('/records/' + encodeURIComponent(type.name) + '?max=' + PAGE))));
  place('records-list', { types, pages }, () => types.map((type, i) => entityType(type, pages[i])));
}

function entityType(type, page) {
  const columns = ['Id', 'Uuid', 'Last updated', 'What it holds'];
  return el('div', {},
    el('h3', {}, type.name, ', ', String(page.total), page.total === 1 ? ' record' : ' records',
      page.total > page.records.length ? ', the first ' + page.records.length + ' shown' : ''),
    page.records.length
      ? table('Records of ' + type.name, columns, page.records.map(record =>
        row(columns, [String(record.id), code(record.uuid), time(record.lastUpdated), held(record)])))
      : el('p', { class: 'note' }, 'It holds no record.'),
    el('details', {}, el('summary', {}, 'Its attributes'), el('pre', { tabindex: '0' }, JSON.stringify(type.attributes, null, 1))));
}

/** What is set in a record; the whole of it on request. */
function held(record) {
  const filled = Object.entries(record).filter(([name, value]) =>
    !['id', 'uuid', 'created', 'lastUpdated'].includes(name) && value !== null && value !== '' && !(Array.isArray(value) && !value.length)
      && !(typeof value === 'object' && Object.values(value).every(each => each === null)));
  const some = filled.slice(0, 4).map(([name, value]) => name + ' ' + (typeof value === 'string' ? value : JSON.stringify(value))).join(', ');
  return el('details', { class: 'bare' }, el('summary', {}, some.slice(0, 160) || 'nothing'), el('pre', { tabindex: '0' }, JSON.stringify(record, null, 1)));
}

export async function drawClients() {
  const { clients } = await get(of('/clients'));
  const columns = ['Client', 'Description', 'Features', 'From where'];
  place('clients-list', clients, () => [table('Clients', columns, clients.map(client =>
    row(columns, [code(client.id), client.description, client.features.join(', ') || 'none', client.addresses.join(', ') || 'nowhere'])))]);
}

export async function drawSettings() {
  const settings = await get(of('/settings'));
  const columns = ['Key', 'Value'];
  const some = (title, values) => [el('h3', {}, title), Object.keys(values).length
    ? table(title, columns, Object.entries(values).map(([key, value]) => row(columns, [code(key), String(value)])))
    : el('p', { class: 'note' }, 'None is set.')];
  place('settings-list', settings, () => [
    ...some('Of the application', settings.application),
    ...Object.entries(settings.clients).flatMap(([client, values]) => some('Of the client ' + client, values)),
  ]);
}

/** Another application is shown: what is there is that of the one before. */
export function forgetLists() {
  drawn.clear();
}
