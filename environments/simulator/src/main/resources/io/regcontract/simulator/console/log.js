// The log of failed calls, by request token.

import { get } from '/console/api.js';
import { el, say } from '/console/dom.js';

const NAMES = {
  requestToken: 'Request token', application: 'Application', operation: 'Operation', clientId: 'Client', code: 'Code',
  error: 'Name', time: 'Time', httpStatus: 'HTTP status', host: 'Host',
};

export async function lookUp(token) {
  const place = document.getElementById('log-entry');
  place.replaceChildren();
  try {
    const entry = await get('/log/' + encodeURIComponent(token.trim()));
    place.append(el('dl', { class: 'card pad facts' }, Object.entries(NAMES).map(([key, name]) =>
      el('div', {}, el('dt', {}, name), el('dd', {}, String(entry[key] ?? 'none'))))));
    say('');
  } catch (unknown) {
    say(unknown.message);
  }
}

document.getElementById('look-up').addEventListener('submit', event => {
  event.preventDefault();
  lookUp(document.getElementById('request-token').value);
});
