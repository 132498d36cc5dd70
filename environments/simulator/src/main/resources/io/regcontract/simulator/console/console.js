// The page: which section is seen, which application is shown, and when what is seen is read anew.

import { get, of, isOpen, openWith, currentApplication, chooseApplication } from '/console/api.js';
import { el, say, time } from '/console/dom.js';
import { drawCards, refreshDrills } from '/console/drills.js';
import { refreshJournal, forgetJournal } from '/console/journal.js';
import { drawMails, drawRecords, drawClients, drawSettings, forgetLists } from '/console/lists.js';
import '/console/log.js';

const EVERY = 1000;
const SECTIONS = ['drills', 'journal', 'mails', 'records', 'clients', 'settings', 'log'];
const DRAW = { mails: drawMails, records: drawRecords, clients: drawClients, settings: drawSettings };
const applications = document.getElementById('application');

function section() {
  const wanted = location.hash.slice(1);
  return SECTIONS.includes(wanted) ? wanted : 'drills';
}

/** Shows one section, and reads what it shows. */
async function show() {
  const current = section();
  for (const name of SECTIONS) document.getElementById(name).hidden = name !== current || !isOpen();
  for (const link of document.querySelectorAll('nav a')) {
    if (link.hash === '#' + current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (isOpen() && DRAW[current]) await guarded(DRAW[current]);
}

/** What goes wrong is said; a token that is not right is asked for again. */
async function guarded(work) {
  try {
    await work();
    return true;
  } catch (failed) {
    say(failed.message);
    if (failed.status === 401 || failed.status === 403) askForToken();
    return false;
  }
}

function askForToken() {
  document.getElementById('sign-in').hidden = false;
  for (const name of SECTIONS) document.getElementById(name).hidden = true;
  document.getElementById('token').focus();
}

async function showApplications() {
  const { applications: names, now } = await get('');
  const listed = [...applications.options].map(option => option.value);
  if (JSON.stringify(listed) !== JSON.stringify(names)) {
    applications.replaceChildren(...names.map(name => el('option', { value: name, selected: name === currentApplication() }, name)));
    if (!names.includes(currentApplication()) && names.length) {
      chooseApplication(names[0]);
      await everything();
    }
  }
  document.getElementById('clock').textContent = 'clock of the process ' + time(now) + ' UTC';
}

async function everything() {
  forgetJournal();
  forgetLists();
  await drawCards();
  await refreshJournal();
  await show();
}

async function tick() {
  if (isOpen() && !document.hidden) {
    const fine = await guarded(async () => {
      await showApplications();
      await refreshDrills();
      await refreshJournal();
      if (section() === 'mails') await drawMails();
    });
    if (!fine && !isOpen()) return;
  }
  setTimeout(tick, EVERY);
}

async function open() {
  if (!isOpen()) {
    askForToken();
    return;
  }
  const fine = await guarded(async () => {
    await showApplications();
    await everything();
  });
  if (fine) {
    document.getElementById('sign-in').hidden = true;
    say('');
    setTimeout(tick, EVERY);
  }
}

document.getElementById('sign-in').addEventListener('submit', event => {
  event.preventDefault();
  openWith(document.getElementById('token').value.trim());
  open();
});
applications.addEventListener('change', () => {
  chooseApplication(applications.value);
  guarded(everything);
});
document.getElementById('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});
window.addEventListener('hashchange', () => show());
open();
