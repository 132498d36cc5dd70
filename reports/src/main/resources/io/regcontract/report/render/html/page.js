'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const SVG = 'http://www.w3.org/2000/svg';
  // Nothing of recorded traffic was driven, so nothing is proven by it.
  const traffic = data.traffic;
  const ORDER = traffic ? ['contradicted', 'broken', 'refined', 'waived', 'witnessed-with-erratum', 'witnessed', 'never-seen'] : ['contradicted', 'broken', 'untested', 'not-drivable', 'coarser', 'refined', 'waived', 'proven-with-erratum', 'proven', 'out-of-scope'];
  const MEANS = {
    'proven': 'every check that must hold does',
    'proven-with-erratum': 'holds by errata or readings that the profile accepts',
    'coarser': 'the catch-all above the expected code came back',
    'refined': 'an undocumented code of the family came back',
    'contradicted': 'a check that must hold fails',
    'waived': 'contradicted exactly as a waiver says',
    'broken': 'set-up or environment failed: nothing is known',
    'not-drivable': 'the environment offers no way to make the condition',
    'out-of-scope': 'the replacement does not implement the operation: neither passed nor failed',
    'untested': 'known, and not in this run',
    'witnessed': 'answers were seen, and every check that must hold does, in each',
    'witnessed-with-erratum': 'answers were seen, and hold by errata or readings that the profile accepts',
    'never-seen': 'no answer is among the traffic: nothing is known',
  };
  const ANSWERS = traffic ? {
    pass: traffic.failures > 0 ? 'Nothing in it contradicts the contract.' : 'No error is in it, so nothing was seen of the contract.', contract: 'No. Answers in it break the contract.', usage: 'Not known. The call or the policy is wrong.',
    inconclusive: 'Not known.', incomplete: 'Not known. Not all of it could be judged, or it is not enough.', leak: 'Not known. A secret was left behind.',
  } : {
    pass: 'Yes.', contract: 'No. The service breaks its contract.', usage: 'No. The call or the policy is wrong, so nothing was judged.',
    inconclusive: 'Not known. The environment was unfit.', incomplete: 'Not known. Not all of the contract was observed.', leak: 'No. A secret was left behind.',
  };
  const PAGE = 100;

  // ---- making elements: text only ever becomes text nodes -------------------------------------------------
  const add = (parent, children) => {
    for (const child of children.flat(9)) if (child !== null && child !== undefined && child !== false) parent.append(child);
    return parent;
  };
  const el = (tag, given, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given || {})) {
      if (value === null || value === undefined || (value === false && !name.startsWith('aria-'))) continue;
      if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : value);
    }
    return add(made, children);
  };
  const shape = verdict => {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', 'shape v-' + verdict);
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS(SVG, 'use');
    use.setAttribute('href', '#s-' + verdict);
    svg.append(use);
    return svg;
  };
  // Characters that hide, or turn the direction of writing, are shown by their number.
  const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
  const shown = text => {
    const parts = [];
    let from = 0;
    for (const hidden of String(text).matchAll(HIDDEN)) {
      parts.push(text.slice(from, hidden.index));
      parts.push(el('span', { class: 'ctl' }, 'U+' + hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0')));
      from = hidden.index + hidden[0].length;
    }
    parts.push(String(text).slice(from));
    return parts;
  };
  // Only a word that no column can hold may be broken.
  const value = text => el('span', { class: /[^\s]{25}/.test(text) ? 'value mono long' : 'value mono' }, shown(text));
  const say = text => { document.getElementById('said').textContent = text; };
  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      const area = el('textarea', { readonly: true, class: 'unseen', 'aria-hidden': 'true' });
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    say('Copied.');
  };
  const copyButton = (label, text) => el('button', {
    type: 'button', class: 'copy', onclick: event => {
      event.stopPropagation();
      copy(typeof text === 'function' ? text() : text);
      const button = event.currentTarget;
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = label; }, 1500);
    },
  }, label);
  const plural = (number, word) => number + ' ' + word + (number === 1 ? '' : 's');
  const things = number => traffic ? number + (number === 1 ? ' code at an operation' : ' codes at operations') : plural(number, 'requirement');
  const thousands = number => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
  const words = text => text.replaceAll('-', ' ');

  // ---- the run ------------------------------------------------------------------------------------------
  const codes = new Map(data.codes.map(code => [code.code, code]));
  const rank = new Map(ORDER.map((verdict, index) => [verdict, index]));
  const requirements = data.requirements;
  requirements.forEach((requirement, index) => { requirement.index = index; });
  const byId = new Map(requirements.map(requirement => [requirement.id, requirement]));
  const sorted = [...requirements].sort((a, b) => rank.get(a.v) - rank.get(b.v) || a.index - b.index);
  const operationOf = requirement => requirement.op || '(' + requirement.id.split('.')[1] + ')';
  const checksOf = requirement => (requirement.checks || []).map(index => data.checks[index]);
  const errata = new Map(data.errata.map(erratum => [erratum.id, erratum]));
  const readings = new Map(data.readings.map(reading => [reading.id, reading]));
  const filter = { q: '', verdict: new Set(), code: '', op: '' };
  const open = new Set();
  let limit = PAGE;

  // ---- banner -------------------------------------------------------------------------------------------
  const where = data.environment;
  document.getElementById('where').textContent = where ? (traffic ? 'recorded ' + (where.name === 'traffic' ? '' : 'traffic ') : '') + where.name + ' · ' + (data.startedAt || '').slice(0, 16).replace('T', ' ') + ' UTC' : 'no run';
  const banner = document.getElementById('summary');
  banner.classList.add(data.reservation ? 'reserved' : data.verdict);
  document.getElementById('answer').textContent = data.reservation ? 'Yes, with a reservation: not everything was asked for.' : ANSWERS[data.verdict] || data.verdict;
  document.getElementById('sentence').replaceChildren(...shown(data.sentence));
  const counts = document.getElementById('counts');
  for (const verdict of ORDER) {
    const number = data.codeCounts[verdict];
    if (number > 0) {
      counts.append(el('a', { class: 'chip', href: '#requirements', onclick: () => only({ verdict: new Set([verdict]) }) },
        shape(verdict), el('b', {}, number), ' of ' + data.codeCounts.total + ' codes ' + words(verdict)));
    }
  }
  const fact = (name, ...what) => add(document.getElementById('facts'), [el('div', {}, el('dt', {}, name), el('dd', {}, ...what))]);
  fact('Verdict', data.verdict + (data.reservation ? ' with reservation' : '') + ' (exit ' + data.exit + ')');
  if (where) {
    fact(traffic ? 'Recorded traffic' : 'Environment', shown(where.name), ' (' + (traffic ? '' : where.kind + ', ') + 'dialect ' + where.dialect + ')');
    if (traffic) {
      fact('From', traffic.from ? traffic.from.replace('T', ' ') : 'not told');
      fact('To', traffic.to ? traffic.to.replace('T', ' ') : 'not told');
      fact('Exchanges', thousands(traffic.exchanges) + ', ' + thousands(traffic.judged) + ' judged');
    }
    fact(traffic ? 'Host' : 'Address', value(where.address));
    fact(traffic ? 'Judging' : 'Run', el('span', { class: 'mono' }, data.run));
    fact('Attempt', el('span', { class: 'mono' }, data.attempt));
    if (!traffic) {
      const out = data.requirementCounts['out-of-scope'] || 0;
      const within = data.requirementCounts.total - out;
      fact('Requirements', within - data.requirementCounts.untested + ' of ' + within + (out ? ' in scope' : '') + ' tried' + (out ? ', ' + out + ' out of scope' : ''));
    }
    fact('Policy as of', data.asOf);
    fact('Baseline', data.baseline ? el('span', { class: 'mono' }, data.baseline) : 'none');
    fact(traffic ? 'Judged by' : 'Suite', shown(data.tool));
  }

  // ---- sections -----------------------------------------------------------------------------------------
  const parts = document.getElementById('parts');
  const sections = document.getElementById('sections');
  const section = (id, title, number, why, ...content) => {
    parts.append(el('section', { id, 'aria-labelledby': id + '-title' }, el('h2', { id: id + '-title' }, title), why && el('p', { class: 'why' }, why), content));
    sections.append(el('li', {}, el('a', { href: '#' + id }, title, number !== null && el('span', { class: 'n' }, number))));
  };
  sections.append(el('li', {}, el('a', { href: '#summary' }, 'Summary')));
  const toRequirement = id => byId.has(id) ? el('a', { href: '#' + id, class: 'mono' }, id) : el('span', { class: 'mono' }, shown(id));

  if (traffic) {
    const number = (heads, numbers, rows) => el('div', { class: 'card pad scroll' }, el('table', { class: 'plain stack' }, el('thead', {}, el('tr', {}, heads.map((head, index) => el('th', { scope: 'col', class: numbers.includes(index) ? 'number' : null }, head)))),
      el('tbody', {}, rows.map(cells => el('tr', {}, cells.map((cell, index) => el('td', { 'data-label': heads[index], class: numbers.includes(index) ? 'number' : null }, el('div', {}, cell))))))));
    const short = at => at ? at.slice(0, 19).replace('T', ' ') : '';
    const seen = requirements.filter(requirement => requirement.answers);
    const link = (text, change) => el('a', { href: '#requirements', onclick: event => { event.preventDefault(); only(change); document.getElementById('requirements').scrollIntoView(); } }, text);
    section('files', 'Files', traffic.filesTotal, 'Where the traffic came from. ' + thousands(traffic.foreign) + ' exchanges do not belong to the API and were left alone; ' + thousands(traffic.unjudgedCount) + ' of the API could not be judged.',
      number(['File', 'Exchanges', 'Judged', 'From', 'To'], [1, 2], traffic.files.map(file => [[value(file.name), file.flaw && el('div', { class: 'missed' }, shown(file.flaw))], thousands(file.exchanges), thousands(file.judged), short(file.from), short(file.to)])),
      traffic.unjudged.length > 0 && number(['Not judged because', 'Exchanges', 'The first'], [1], traffic.unjudged.map(one => [shown(one.reason), thousands(one.count), shown(one.first)])));
    const byCode = data.codes.map(code => [code, seen.filter(requirement => requirement.code === code.code)]).filter(([, of]) => of.length > 0);
    const never = data.codes.filter(code => code.v === 'never-seen');
    section('seen', 'Codes seen', byCode.length, null,
      byCode.length === 0 ? el('p', { class: 'note' }, 'None: no answer in it is an error.')
        : number(['Code', 'Verdict', 'Answers', 'Contradict', 'Operations'], [2, 3], byCode.map(([code, of]) => [
          link([el('span', { class: 'mono' }, code.code), ' ', code.name], { code: String(code.code) }), [shape(code.v), ' ', words(code.v)],
          thousands(of.reduce((sum, one) => sum + one.answers.judged, 0)), thousands(of.reduce((sum, one) => sum + one.answers.contradicted, 0)),
          of.map((one, index) => [index > 0 && ' ', link(shown(one.op), { code: String(code.code), op: one.op })])])),
      never.length > 0 && el('p', { class: 'note' }, 'Never seen: ', never.map(code => code.code).join(', '), '. Nothing is known of these.'));
    section('operations', 'Operations', traffic.operations.length, null,
      number(['Operation', 'Calls', 'Successes', 'Errors', 'Codes'], [1, 2, 3], [...traffic.operations].sort((a, b) => b.failures - a.failures || b.calls - a.calls).map(one => [
        value(one.path), thousands(one.calls), thousands(one.successes), thousands(one.failures),
        seen.filter(requirement => requirement.op === one.path).map((requirement, index) => [index > 0 && ' ', link([shape(requirement.v), ' ', requirement.code], { code: String(requirement.code), op: one.path })])])));
  }

  // All that is wrong with one requirement is one item: a person mends it once.
  const troubles = [];
  const troubleOf = new Map();
  for (const finding of data.findings.filter(one => one.level !== 'notes')) {
    // What the contract does not know is told once, by the check that saw it; its proposal stands there.
    if (finding.rule === 'undocumented' && ['fails', 'warns'].some(level => troubleOf.get(level + ' ' + finding.requirement)?.findings.some(one => one.check === finding.check))) continue;
    const key = finding.requirement && finding.level + ' ' + finding.requirement;
    let trouble = key && troubleOf.get(key);
    if (!trouble) {
      trouble = { level: finding.level, requirement: finding.requirement, findings: [] };
      troubles.push(trouble);
      if (key) troubleOf.set(key, trouble);
    }
    trouble.findings.push(finding);
  }
  if (troubles.length > 0) {
    const line = finding => finding.check
      ? el('div', { class: 'line' }, el('span', { class: 'mono' }, finding.check), ' expected ', value(finding.expected || ''), ', actual ', el('span', { class: finding.level === 'fails' ? 'missed' : '' }, value(finding.actual || '')),
        finding.rule.startsWith('waiver-') && el('div', {}, shown(finding.message)))
      : el('div', { class: 'line' }, shown(finding.requirement && finding.message.startsWith(finding.requirement + ' ') ? finding.message.slice(finding.requirement.length + 1) : finding.message));
    const untold = data.findingsTotal - data.findings.length;
    // One cause can fail a hundred requirements: say so before the first of them.
    const causes = new Map();
    const keyOf = (level, check, actual) => JSON.stringify([level, check, actual]);
    const caused = (level, check, actual, requirement) => {
      const key = keyOf(level, check, actual);
      const cause = causes.get(key) || { level, check, actual, key, requirements: new Set(), codes: new Set() };
      cause.requirements.add(requirement.id);
      cause.codes.add(requirement.code);
      causes.set(key, cause);
    };
    for (const requirement of requirements.filter(one => one.v === 'contradicted' || troubleOf.has('fails ' + one.id))) {
      for (const check of checksOf(requirement).filter(one => one.result === 'fails' && one.weight === 'must' && !one.by)) caused('fails', check.id, check.actual || check.reason || '', requirement);
    }
    // A finding has a check that saw something, or it is the verdict on a requirement, with a reason.
    const causeOf = finding => {
      const requirement = byId.get(finding.requirement);
      return finding.check ? [finding.check, finding.actual || ''] : requirement && requirement.why && requirement.v === finding.rule ? [finding.rule, requirement.why] : null;
    };
    for (const trouble of troubles.filter(one => byId.has(one.requirement))) {
      for (const finding of trouble.findings.filter(one => causeOf(one) && (one.level === 'warns' || !one.check))) caused(finding.level, ...causeOf(finding), byId.get(trouble.requirement));
    }
    const alike = [...causes.values()].filter(cause => cause.requirements.size > 2 && cause.codes.size > 1).sort((a, b) => b.requirements.size - a.requirements.size).slice(0, 5);
    // What is told of many alike is one row: only what has more to tell has one of its own.
    const told = new Set(alike.map(cause => cause.key));
    const single = troubles.filter(trouble => !trouble.findings.every(finding => causeOf(finding) && !finding.rule.startsWith('waiver-') && told.has(keyOf(finding.level, ...causeOf(finding)))));
    section('attention', 'Attention', alike.length + single.length, traffic ? 'What contradicts the contract or could not be judged, then what someone should look at.' : 'What keeps this run from passing, then what someone should look at.',
      alike.length > 0 && el('ul', { class: 'list card alike', 'aria-label': 'What fails alike' }, alike.map(({ level, check, actual, requirements: failing, codes: concerned }) => el('li', { class: 'finding' },
        el('span', { class: 'tag ' + level }, failing.size + ' alike'),
        el('div', {}, el('div', { class: 'line' }, el('span', { class: 'mono' }, check), ORDER.includes(check) ? ': ' : ' actual ', el('span', { class: level === 'fails' ? 'missed' : '' }, value(actual))),
          el('div', { class: 'meta' }, things(failing.size) + ' of ' + plural(concerned.size, 'code') + ' ',
            el('button', { type: 'button', class: 'copy', onclick: () => { only({ q: (check + ' ' + actual.slice(0, 60)).trim() }); document.getElementById('requirements').scrollIntoView(); } }, 'Show them')))))),
      single.length > 0 && el('ul', { class: 'list card', 'aria-label': 'Each' }, single.slice(0, PAGE).map(trouble => {
        const known = byId.get(trouble.requirement);
        const waivers = [...new Set(trouble.findings.map(finding => finding.waiver).filter(Boolean))];
        const owners = [...new Set(trouble.findings.map(finding => finding.owner).filter(Boolean))];
        return el('li', { class: 'finding' },
          el('span', { class: 'tag ' + trouble.level }, trouble.level),
          el('div', {},
            trouble.requirement && el('div', {}, known && [shape(known.v), ' '], toRequirement(trouble.requirement), known && known.when && el('span', { class: 'note' }, ' ', shown(known.when))),
            trouble.findings.map(line),
            (waivers.length > 0 || owners.length > 0) && el('div', { class: 'meta' }, waivers.length > 0 && ['waiver ', el('span', { class: 'mono' }, waivers.join(', ')), ' '], owners.length > 0 && ['owner ', shown(owners.join(', '))])));
      })),
      (single.length > PAGE || untold > 0) && el('p', { class: 'note' }, 'And ' + (untold > 0 ? '' : single.length - PAGE + ' ') + 'more, see verdict.json.'));
  }
  if (data.accepted.length > 0) {
    section('accepted', 'Accepted', data.accepted.length, 'What profile and policy accept, and what this run needed of it. Counted here; nobody has to look at it again.',
      el('ul', { class: 'list card' }, data.accepted.map(use => el('li', { class: 'finding' },
        el('span', { class: 'mono tag' }, errata.has(use.id) ? el('a', { href: '#' + use.id }, use.id) : shown(use.id)),
        el('div', {}, shown(use.title), el('div', { class: 'meta' }, things(use.requirements) + ' of ' + plural(use.codes, 'code') + ' ',
          el('button', { type: 'button', class: 'copy', onclick: () => { only({ q: use.id, verdict: new Set([traffic ? 'witnessed-with-erratum' : 'proven-with-erratum', 'waived']) }); document.getElementById('requirements').scrollIntoView(); } }, 'Show them')))))));
  }

  if (data.changes) {
    const tone = { 'new': 'fails', 'no-longer-driven': 'warns', 'removed': 'warns', 'changed-shape': 'warns', 'fixed': 'good', 'added': '', 'newly-driven': 'good', 'no-longer-seen': '', 'newly-seen': '' };
    section('changes', 'Changes', data.changesTotal, 'Against the baseline, run ' + data.baseline + '.',
      data.changes.length === 0 ? el('p', { class: 'note' }, traffic ? 'Every code has the verdict it had at every operation.' : 'Every requirement has the verdict it had.')
        : el('ul', { class: 'list card' }, data.changes.slice(0, 500).map(change => el('li', { class: 'finding' },
          el('span', { class: 'tag ' + tone[change.kind] }, words(change.kind)),
          el('div', {}, toRequirement(change.id), el('div', { class: 'meta' }, (change.before ? words(change.before) : 'not there') + ' → ' + (change.after ? words(change.after) : 'not there')))))));
  }

  // ---- matrix -------------------------------------------------------------------------------------------
  const matrix = () => {
    const worst = new Map();
    const operations = new Set();
    const called = traffic && new Set(traffic.operations.map(one => one.path));
    for (const requirement of requirements) {
      const operation = operationOf(requirement);
      if (!traffic || called.has(operation) || requirement.v !== 'never-seen') operations.add(operation);
      for (const key of [requirement.code + ' ' + operation, requirement.code + ' ']) {
        const cell = worst.get(key) || { v: requirement.v, n: 0 };
        cell.n++;
        if (rank.get(requirement.v) < rank.get(cell.v)) cell.v = requirement.v;
        worst.set(key, cell);
      }
    }
    const columns = [...operations].sort();
    const cell = (code, operation) => {
      const found = worst.get(code.code + ' ' + operation);
      const about = code.code + ' ' + code.name + (operation ? ' by ' + operation : ', all operations') + ': ';
      return el('td', { class: operation ? null : 'all' }, found && el('button', {
        type: 'button', title: about + words(found.v) + ' (' + things(found.n) + ')', 'aria-label': about + words(found.v),
        onclick: () => { only({ code: String(code.code), op: operation }); document.getElementById('requirements').scrollIntoView(); },
      }, shape(found.v)));
    };
    const body = [];
    let category = '';
    for (const code of data.codes) {
      if (code.category !== category) {
        category = code.category;
        body.push(el('tr', { class: 'group' }, el('th', { scope: 'rowgroup' }, words(category)), el('td', { colspan: columns.length + 1 })));
      }
      body.push(el('tr', {}, el('th', { scope: 'row', title: code.description }, el('span', { class: 'mono' }, code.code), el('span', { class: 'name' }, code.name)),
        cell(code, ''), columns.map(operation => cell(code, operation))));
    }
    section('matrix', traffic ? 'Matrix' : 'Codes', data.codeCounts.total, traffic ? 'Each documented code by the operations that were called; an empty cell is an error that the operation is not known to give.' : 'Each documented code by operation; a cell leads to its requirements.',
      el('div', { class: 'card scroll', tabindex: '0', role: 'region', 'aria-label': 'Codes by operation' },
        el('table', { class: 'matrix' },
          el('caption', { class: 'unseen' }, 'Verdict of each code by operation'),
          el('thead', {}, el('tr', {}, el('td', {}), el('th', { scope: 'col' }, el('div', {}, 'all')), columns.map(operation => el('th', { scope: 'col' }, el('div', {}, shown(operation)))))),
          el('tbody', {}, body))),
      el('ul', { class: 'legend' }, [...ORDER].reverse().map(verdict => el('li', {}, shape(verdict), ' ', el('b', {}, words(verdict)), ' ' + MEANS[verdict]))));
    return columns;
  };
  const operations = matrix();

  // ---- requirements -------------------------------------------------------------------------------------
  const search = el('input', { type: 'search', id: 'search', placeholder: 'Search id, condition, token, check, value  ( / )', 'aria-label': traffic ? 'Search codes at operations' : 'Search requirements', autocomplete: 'off', spellcheck: 'false', oninput: event => only({ q: event.target.value }, true) });
  const selectOf = (name, label, options) => el('select', { 'aria-label': label, onchange: event => only({ [name]: event.target.value }, true) },
    el('option', { value: '' }, label), options.map(([key, text]) => el('option', { value: key }, text)));
  const codeSelect = selectOf('code', 'Every code', data.codes.map(code => [code.code, code.code + ' ' + code.name]));
  const opSelect = selectOf('op', 'Every operation', operations.map(operation => [operation, operation]));
  const chips = new Map();
  const list = el('ul', { class: 'list card', id: 'list' });
  const howMany = el('p', { class: 'note', id: 'how-many', role: 'status' });
  const more = el('p', { class: 'more' });
  // What is not among the traffic is most of the contract: it is told by code, until someone asks for it.
  const folded = traffic && requirements.some(one => one.v === 'never-seen') && el('details', { id: 'never-seen' },
    el('summary', {}, 'Never seen: ' + things(requirements.filter(one => one.v === 'never-seen').length)),
    el('div', {}, data.codes.map(code => [code, requirements.filter(one => one.code === code.code && one.v === 'never-seen').map(operationOf)]).filter(([, of]) => of.length > 0).map(([code, of]) => el('details', { class: 'bare' },
      el('summary', {}, el('span', { class: 'mono' }, code.code), ' ', code.name, el('span', { class: 'note' }, ' ' + plural(of.length, 'operation'))),
      el('div', { class: 'mono' }, shown(of.sort().join(' ')))))));
  section('requirements', traffic ? 'Codes at operations' : 'Requirements', data.requirementCounts.total, traffic ? 'Each documented code with each operation that can give it; those that were seen have samples.' : null,
    el('div', { class: 'tools' }, search, codeSelect, opSelect, el('button', { type: 'button', onclick: () => only({}) }, 'Show all')),
    el('div', { class: 'chips' }, ORDER.filter(verdict => data.requirementCounts[verdict] > 0).map(verdict => {
      const chip = el('button', {
        type: 'button', class: 'chip', 'aria-pressed': 'false', onclick: () => {
          const chosen = new Set(filter.verdict);
          if (!chosen.delete(verdict)) chosen.add(verdict);
          only({ verdict: chosen }, true);
        },
      }, shape(verdict), el('b', {}, data.requirementCounts[verdict]), words(verdict));
      chips.set(verdict, chip);
      return chip;
    })),
    howMany, list, more, folded);

  const haystack = requirement => requirement.text || (requirement.text = [requirement.id, requirement.when, requirement.token, requirement.why, requirement.op, requirement.owner, requirement.v, codes.get(requirement.code)?.name,
    ...(requirement.errata || []), requirement.reading, ...checksOf(requirement).filter(check => check.result === 'fails').flatMap(check => [check.id, check.expected, check.actual, check.reason])].filter(Boolean).join('\n').toLowerCase());
  const unfiltered = () => !filter.q && filter.verdict.size === 0 && !filter.code && !filter.op;
  const matching = () => {
    const sought = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
    const all = unfiltered();
    return sorted.filter(requirement => (filter.verdict.size === 0 || filter.verdict.has(requirement.v)) && !(all && folded && requirement.v === 'never-seen')
      && (!filter.code || String(requirement.code) === filter.code) && (!filter.op || operationOf(requirement) === filter.op)
      && sought.every(word => haystack(requirement).includes(word)));
  };
  function only(change, keep) {
    Object.assign(filter, keep ? {} : { q: '', verdict: new Set(), code: '', op: '' }, change);
    limit = PAGE;
    if (search.value !== filter.q) search.value = filter.q;
    codeSelect.value = filter.code;
    opSelect.value = filter.op;
    const asked = new URLSearchParams();
    if (filter.q) asked.set('q', filter.q);
    if (filter.verdict.size) asked.set('verdict', [...filter.verdict].join(','));
    if (filter.code) asked.set('code', filter.code);
    if (filter.op) asked.set('op', filter.op);
    const state = asked.toString();
    history.replaceState(null, '', state ? '#?' + state : '#requirements');
    draw();
  }
  function draw() {
    for (const [verdict, chip] of chips) chip.setAttribute('aria-pressed', filter.verdict.has(verdict));
    const found = matching();
    howMany.textContent = folded && unfiltered() ? things(found.length) + ' seen, worst first.' : found.length === requirements.length ? things(found.length) + ', worst first.' : found.length + ' of ' + things(requirements.length) + '.';
    if (folded) folded.hidden = !unfiltered();
    list.replaceChildren(...found.slice(0, limit).map(item));
    list.hidden = found.length === 0;
    more.replaceChildren(...(found.length > limit ? [el('button', { type: 'button', onclick: () => { limit += PAGE * 5; draw(); } }, 'Show more (' + (found.length - limit) + ')')] : []));
  }
  function item(requirement) {
    const id = 'detail-' + requirement.index;
    const shownNow = open.has(requirement.id);
    const li = el('li', { id: requirement.id });
    const row = el('button', { type: 'button', class: 'row', 'aria-expanded': shownNow, 'aria-controls': id, onclick: () => toggle(requirement, li) },
      shape(requirement.v), el('span', { class: 'mono' }, requirement.id), el('span', { class: 'when' }, shown(requirement.when || requirement.why || '')),
      el('span', { class: 'word v-' + requirement.v }, words(requirement.v)));
    const region = el('div', { id, class: 'detail', role: 'region', 'aria-label': requirement.id, hidden: !shownNow });
    if (shownNow) region.append(...detail(requirement));
    return add(li, [row, region]);
  }
  function toggle(requirement, li) {
    const now = !open.has(requirement.id);
    if (now) open.add(requirement.id); else open.delete(requirement.id);
    const [row, region] = li.children;
    row.setAttribute('aria-expanded', now);
    region.hidden = !now;
    region.replaceChildren(...(now ? detail(requirement) : []));
    if (now) history.replaceState(null, '', '#' + requirement.id);
  }
  list.addEventListener('keydown', event => {
    const row = event.target.closest('.row');
    if (!row || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const next = event.key === 'ArrowDown' ? row.parentElement.nextElementSibling : row.parentElement.previousElementSibling;
    if (next) { event.preventDefault(); next.querySelector('.row').focus(); }
  });

  const table = (heads, rows) => el('div', { class: 'scroll' }, el('table', { class: 'plain stack' }, el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, rows.map(cells => el('tr', {}, cells.map((cell, index) => el('td', { 'data-label': heads[index] }, el('div', {}, cell))))))));
  const checkTable = checks => table(['Check', 'Expected', 'Actual', ''], checks.map(check => [
    el('span', { class: 'mono' }, check.id), value(check.expected || ''),
    el('span', { class: check.result === 'fails' && check.weight === 'must' && !check.by ? 'missed' : '' }, value(check.actual || '')),
    [check.weight === 'must' ? '' : check.weight + ' ', check.result === 'not-applicable' ? 'does not apply ' : '', check.by ? 'holds by ' + check.by.join(', ') + ' ' : '', shown(check.reason || ''), check.proposed && [check.reason ? '; proposed for ' : 'proposed for ', shown(check.place), ': ', value(check.proposed), ' ', copyButton('Copy', check.proposed)]]]));

  function detail(requirement) {
    const code = codes.get(requirement.code);
    const checks = checksOf(requirement);
    const failing = checks.filter(check => check.result === 'fails');
    const excused = failing.filter(check => check.by);
    const failed = failing.filter(check => check.weight === 'must' && !check.by);
    const remarks = failing.filter(check => check.weight !== 'must' && !check.by);
    const holding = checks.filter(check => check.result === 'holds');
    const other = checks.filter(check => check.result === 'not-applicable');
    const reading = readings.get(requirement.reading);
    const evidence = el('div', {}, el('p', { class: 'note' }, 'Opening the exchanges …'));
    exchanges().then(all => evidence.replaceChildren(...exchangeParts(all[requirement.id], requirement)));
    return [
      el('p', { class: 'lead' }, shown(requirement.when || ''), requirement.why && [requirement.when && ' — ', el('span', { class: 'note' }, shown(requirement.why))]),
      requirement.answers && el('p', {}, requirement.answers.contradicted + ' of ' + plural(requirement.answers.judged, 'answer') + ' contradict' + (requirement.answers.judged === 1 ? 's' : '') + ' the contract', requirement.answers.first && ', from ' + requirement.answers.first + ' to ' + requirement.answers.last, '.'),
      requirement.token !== undefined && el('div', { class: 'token' }, 'Request token ', value(requirement.token), copyButton('Copy token', requirement.token), el('span', { class: 'note' }, 'what support asks for')),
      el('div', { class: 'token' }, copyButton('Copy link', () => location.href.split('#')[0] + '#' + requirement.id), copyButton('Copy id', requirement.id),
        code && el('a', { href: code.link, rel: 'noreferrer noopener' }, code.code + ' ' + code.name)),
      code && el('p', { class: 'note' }, code.description, ' Documented condition: ' + code.condition),
      failed.length > 0 && [el('h3', {}, plural(failed.length, 'check') + ' failed'), checkTable(failed)],
      excused.length > 0 && [el('h3', {}, plural(excused.length, 'check') + ' held by what the profile accepts'), checkTable(excused)],
      remarks.length > 0 && [el('h3', {}, plural(remarks.length, 'remark')), checkTable(remarks)],
      (holding.length + other.length) > 0 && el('details', { class: 'bare' }, el('summary', {}, plural(holding.length, 'check') + ' held' + (other.length ? ', ' + other.length + ' did not apply' : '')), el('div', {}, checkTable([...holding, ...other]))),
      requirement.waivers && el('p', {}, 'Waived by ', requirement.waivers.map(waiver => [el('a', { href: '#waivers', class: 'mono' }, waiver), ' '])),
      requirement.owner && el('p', {}, 'Owner: ', shown(requirement.owner)),
      requirement.repeated && el('p', {}, 'Was set up with ' + plural(requirement.repeated, 'call') + ' that had to be repeated.'),
      reading && el('p', {}, el('b', {}, 'Our reading '), el('span', { class: 'mono' }, reading.id), ' (sure: ' + reading.sure + '): ' + reading.rule),
      requirement.errata && el('p', {}, 'Errata: ', requirement.errata.map((id, index) => [index > 0 && ' · ', el('a', { href: '#' + id }, id + ' ' + (errata.get(id)?.title || ''))])),
      requirement.checks && [el('h3', {}, traffic ? 'Samples' : 'Exchanges'), evidence],
    ].flat(3).filter(Boolean);
  }

  // ---- exchanges ----------------------------------------------------------------------------------------
  let opened = null;
  function exchanges() {
    opened = opened || (async () => {
      try {
        const bytes = Uint8Array.from(atob(document.getElementById('exchanges').textContent), character => character.charCodeAt(0));
        return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text());
      } catch (tooOld) {
        return {};
      }
    })();
    return opened;
  }
  // Only space is added: a number must stand as it stood on the wire.
  const pretty = text => {
    try { JSON.parse(text); } catch (notJson) { return text; }
    let out = '';
    let depth = 0;
    let quoted = false;
    for (let index = 0; index < text.length; index++) {
      const character = text[index];
      if (quoted) {
        out += character;
        if (character === '\\') out += text[++index];
        else if (character === '"') quoted = false;
      } else if (character === '"') { quoted = true; out += character;
      } else if (character === '{' || character === '[') {
        const close = character === '{' ? '}' : ']';
        let next = index + 1;
        while (/\s/.test(text[next])) next++;
        if (text[next] === close) { out += character + close; index = next; } else { depth++; out += character + '\n' + '  '.repeat(depth); }
      } else if (character === '}' || character === ']') { depth--; out += '\n' + '  '.repeat(depth) + character;
      } else if (character === ',') { out += ',\n' + '  '.repeat(depth);
      } else if (character === ':') { out += ': ';
      } else if (!/\s/.test(character)) { out += character; }
    }
    return out;
  };
  const form = text => {
    if (!/^[^=&\s{[]+=/.test(text)) return pretty(text);
    try {
      return text.split('&').map(pair => pair.split('=', 2).map(part => decodeURIComponent(part.replaceAll('+', ' '))).join(' = ')).join('\n');
    } catch (notAForm) { return text; }
  };
  const box = (title, text, copied) => [el('div', { class: 'boxhead' }, title, copyButton('Copy', copied === undefined ? text : copied)), el('pre', { tabindex: '0', role: 'group', 'aria-label': title }, shown(text))];
  // A value that an answer of the set-up has is asked for where it is used: before, no one can know it.
  const script = all => {
    const variables = text => [...new Set(((text || '').match(/\$\{?[A-Z][A-Z0-9_]+/g) || []).map(name => name.replace(/[${]/g, '')))].sort();
    const asked = new Set();
    const answered = new Set();
    let first = '#!/bin/sh\n';
    let calls = '';
    for (const exchange of all) {
      calls += '\n# ' + exchange.role + '\n';
      for (const name of variables(exchange.curl).filter(one => !asked.has(one))) {
        asked.add(name);
        if (answered.has(name)) calls += ': "${' + name + ':?set it to what an answer above has, and send the rest}"\n';
        else first += ': "${' + name + ':?set it to the secret it stands for}"\n';
      }
      calls += exchange.curl + '\n';
      variables(exchange.body).forEach(name => answered.add(name));
    }
    return first + calls;
  };
  function exchangeParts(all, requirement) {
    if (!all) return [el('p', { class: 'note' }, 'Not in this page, to keep it light: see ', el('span', { class: 'mono' }, requirement.at), ' in the run record.')];
    const setUpAndDrive = all.filter(exchange => exchange.curl && exchange.role !== 'twin' && exchange.role !== 'undo');
    return [
      !traffic && setUpAndDrive.length > 0 && el('p', {}, copyButton('Copy set-up and call as a script', () => script(setUpAndDrive))),
      ...all.map((exchange, index) => el('details', { open: traffic ? index === 0 : exchange.role === 'drive' },
        el('summary', {}, el('span', { class: 'role' }, traffic ? 'sample ' + (index + 1) : exchange.role), el('span', { class: 'mono' }, exchange.method + ' ', shown(exchange.url.replace(/^[a-z]+:\/\/[^/]*/, ''))),
          el('span', { class: 'status' }, exchange.status === undefined ? 'no response' : 'HTTP ' + exchange.status, ' · ' + Math.round(exchange.ms) + ' ms')),
        el('div', {},
          exchange.status === undefined ? el('p', { class: 'missed' }, shown(exchange.failure || 'There was no response.')) : box('Response body' + (exchange.cut ? ' (cut when it was recorded)' : ''), pretty(exchange.body), exchange.body),
          exchange.form && box('Request, decoded', form(exchange.form), exchange.form),
          exchange.curl ? box(traffic ? 'As curl; nothing was sent when it was judged' : 'curl', exchange.curl) : el('p', { class: 'note' }, 'The command is too long for this page: see the run record.'),
          el('details', { class: 'bare' }, el('summary', {}, 'Address and headers'), el('div', {}, el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Address and headers' }, shown(exchange.method + ' ' + exchange.url + '\n' + exchange.sent.join('\n') + (exchange.got ? '\n\nHTTP ' + exchange.status + '\n' + exchange.got.join('\n') : '')))))))),
    ].filter(Boolean);
  }

  // ---- waivers, errata, trend ----------------------------------------------------------------------------
  if (data.waivers.length > 0) {
    section('waivers', 'Waivers', data.waivers.length, 'Known deviations, each of one check, with one value, until a day.',
      el('div', { class: 'card pad' }, table(['Waiver', 'Days left', 'Tolerates', 'Why', 'Owner'], data.waivers.map(waiver => [
        [el('span', { class: 'mono' }, waiver.id), el('div', { class: 'note' }, waiver.environments.join(', ') + (waiver.strict ? '' : ' · not strict'))],
        el('span', { class: waiver.days < 0 ? 'missed' : '' }, waiver.days < 0 ? 'expired ' + waiver.expires : plural(waiver.days, 'day') + ', to ' + waiver.expires),
        [value(waiver.requirement), el('div', {}, el('span', { class: 'mono' }, waiver.check), ' ', value(waiver.actual)), el('div', { class: 'note' }, things(waiver.used) + ' waived ' + (traffic ? 'here' : 'in this run'))],
        [shown(waiver.reason), el('div', {}, waiver.link ? el('a', { href: waiver.issue, rel: 'noreferrer noopener' }, waiver.issue) : shown(waiver.issue))],
        shown(waiver.owner)]))));
  }
  const inUse = new Map();
  for (const requirement of requirements) {
    for (const check of checksOf(requirement)) for (const id of check.by || []) inUse.set(id, (inUse.get(id) || new Set()).add(requirement.id));
  }
  section('errata', 'Errata', data.errata.length, 'Where the documentation contradicts itself or the recorded service, both sides in our words.',
    el('div', { class: 'errata' }, [...data.errata].sort((a, b) => (inUse.has(b.id) ? 1 : 0) - (inUse.has(a.id) ? 1 : 0)).map(erratum => el('article', { class: 'card erratum', id: erratum.id },
      el('h3', {}, el('span', { class: 'mono' }, erratum.id), ' ', erratum.title),
      el('div', { class: 'sides' }, el('div', {}, el('p', { class: 'side' }, 'The documentation'), el('p', {}, erratum.documented)),
        el('div', {}, el('p', { class: 'side' }, erratum.kind === 'documentation-against-itself' ? 'The documentation, elsewhere' : 'The recorded service'), el('p', {}, erratum.observed))),
      el('ul', { class: 'evidence' }, erratum.evidence.map(place => el('li', {}, place))),
      el('p', { class: 'note' }, erratum.accepted ? 'Accepted by this profile. ' : '', inUse.has(erratum.id) ? things(inUse.get(erratum.id).size) + ' hold by it' + (traffic ? '.' : ' in this run.') : '')))));

  const held = run => ['proven', 'proven-with-erratum', 'witnessed', 'witnessed-with-erratum'].reduce((sum, verdict) => sum + (run.codes[verdict] || 0), 0);
  const runs = [...data.earlier, ...(where ? [{ run: data.run, at: data.startedAt, verdict: data.verdict, codes: data.codeCounts, now: true }] : [])];
  if (runs.length > 0) {
    const svg = document.createElementNS(SVG, 'svg');
    const width = 1000;
    const step = Math.min(60, width / runs.length);
    svg.setAttribute('class', 'bars');
    svg.setAttribute('viewBox', '0 0 ' + Math.max(step * runs.length, 300) + ' 100');
    svg.setAttribute('preserveAspectRatio', 'xMinYMax meet');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', 'Codes by verdict in the last runs; the table below says the same');
    const groups = [['proven', ['proven', 'proven-with-erratum', 'witnessed', 'witnessed-with-erratum', 'waived']], ['mid', ['coarser', 'refined', 'broken']], ['calm', ['not-drivable', 'out-of-scope', 'untested', 'never-seen']], ['rest', ['contradicted']]];
    runs.forEach((run, index) => {
      let top = 100;
      for (const [tone, verdicts] of groups) {
        const height = verdicts.reduce((sum, verdict) => sum + (run.codes[verdict] || 0), 0) / (run.codes.total || 1) * 96;
        if (height === 0) continue;
        const bar = document.createElementNS(SVG, 'rect');
        for (const [name, number] of Object.entries({ x: index * step + 2, y: top - height, width: step - 4, height })) bar.setAttribute(name, number);
        bar.setAttribute('class', tone);
        const title = document.createElementNS(SVG, 'title');
        title.textContent = run.at.slice(0, 16).replace('T', ' ') + ': ' + run.verdict;
        bar.append(title);
        svg.append(bar);
        top -= height;
      }
    });
    section('trend', 'Trend', null, traffic ? 'Codes in the recordings that were judged under this name, this one last: witnessed or waived from below, then the rest. Other traffic has other codes in it.' : 'Codes in the last runs in this environment, this one last: held or waived from below, then the rest.',
      el('div', { class: 'card pad' }, runs.length > 1 ? svg : el('p', { class: 'note' }, traffic ? 'This is the first that is known here.' : 'This is the first run that is known here.'),
        table([traffic ? 'Judging' : 'Run', 'Verdict', traffic ? 'Witnessed' : 'Held', 'Contradicted', 'Rest'], [...runs].reverse().map(run => [
          el('span', { class: 'mono' }, run.at.slice(0, 16).replace('T', ' ') + (run.now ? ' (this)' : '')), run.verdict, held(run) + ' of ' + run.codes.total, run.codes.contradicted,
          run.codes.total - held(run) - run.codes.contradicted]))));
  }
  if (data.readings.length > 0) {
    section('readings', 'Readings', data.readings.length, 'How we read the documentation where it leaves room. None of this is documentation.',
      el('div', { class: 'card pad' }, table(['Between', 'How we read it', 'Source', 'Sure'], data.readings.map(reading => [[reading.between, el('div', { class: 'note mono' }, reading.id)], reading.rule, reading.source, reading.sure]))));
  }
  document.getElementById('main').append(el('footer', {}, traffic ? 'The record has every check and the samples; verdict.json has the decision for machines.' : 'The run record has every check and every exchange; verdict.json has the decision for machines.'));

  // ---- theme, keyboard, links ---------------------------------------------------------------------------
  const theme = document.getElementById('theme');
  const themes = ['auto', 'light', 'dark'];
  const setTheme = name => {
    if (name === 'auto') delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
    theme.textContent = 'Theme: ' + name;
  };
  let chosen = 'auto';
  try { chosen = localStorage.getItem('regcontract-theme') || 'auto'; } catch (forbidden) { chosen = 'auto'; }
  if (!themes.includes(chosen)) chosen = 'auto';
  setTheme(chosen);
  theme.addEventListener('click', () => {
    chosen = themes[(themes.indexOf(chosen) + 1) % themes.length];
    setTheme(chosen);
    try { localStorage.setItem('regcontract-theme', chosen); } catch (forbidden) { say('The theme is not kept.'); }
  });
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); search.focus(); }
    if (event.key === 'Escape' && event.target === search) only({ q: '' }, true);
  });
  const follow = () => {
    const target = decodeURIComponent(location.hash.slice(1));
    if (target.startsWith('?')) {
      const asked = new URLSearchParams(target.slice(1));
      const verdicts = (asked.get('verdict') || '').split(',').filter(verdict => rank.has(verdict));
      only({ q: asked.get('q') || '', verdict: new Set(verdicts), code: asked.get('code') || '', op: asked.get('op') || '' });
      document.getElementById('requirements').scrollIntoView({ behavior: 'instant' });
    } else if (byId.has(target)) {
      const requirement = byId.get(target);
      open.add(target);
      if (!matching().slice(0, limit).includes(requirement)) only({ q: target });
      history.replaceState(null, '', '#' + target);
      draw();
      const li = document.getElementById(target);
      li.scrollIntoView({ behavior: 'instant' });
      li.querySelector('.row').focus({ preventScroll: true });
    } else if (target) {
      document.getElementById(target)?.scrollIntoView({ behavior: 'instant' });
    }
  };
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => {
    for (const requirement of sorted.filter(one => rank.get(one.v) < rank.get('waived')).slice(0, 50)) open.add(requirement.id);
    draw();
  });
  draw();
  // The browser looks for the fragment itself once all is loaded, and takes the focus away: come after it.
  addEventListener('load', () => requestAnimationFrame(follow));
})();
