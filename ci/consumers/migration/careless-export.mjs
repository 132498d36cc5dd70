// Moves the people of a tenant into a file, as programs are written that nobody has drilled.
//     node careless-export.mjs export      all of them, by id
//     node careless-export.mjs sync        what changed since, three rounds
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { base, directory, owner, tell } from './service.mjs';

const folder = directory();
const target = `${folder}/moved.ndjson`;
const markFile = `${folder}/mark`;

const time = date => date.toISOString().replace('T', ' ').replace('Z', '000 +0000');

async function find(parameters) {
    const answer = await fetch(`${base}/entity.find`, {
        method: 'POST', headers: { authorization: owner }, body: new URLSearchParams({ type_name: 'user', ...parameters }),
    });
    if (!answer.ok) throw new Error('HTTP ' + answer.status);
    return (await answer.json()).results ?? [];             // HTTP 200 is taken for a success
}

function keep(people) {
    for (const person of people) appendFileSync(target, JSON.stringify(person) + '\n');
}

const kept = () => existsSync(target)
    ? new Set(readFileSync(target, 'utf8').trim().split('\n').map(line => JSON.parse(line).uuid)).size : 0;

async function exportAll() {
    for (let last = 0; ; ) {
        const page = await find({ filter: `id > ${last}`, sort_on: '["id"]', max_results: '100' });
        keep(page);
        if (page.length < 100) break;                       // the end of the pages is taken for the end of the data
        last = page.at(-1).id;
    }
}

async function sync() {
    const mark = existsSync(markFile) ? readFileSync(markFile, 'utf8') : '1970-01-01 00:00:00.000000 +0000';
    const now = time(new Date());
    keep(await find({ filter: `lastUpdated > '${mark}'` }));    // no max_results: 100 come, however many changed
    writeFileSync(markFile, now);                           // moved whatever came
}

if (process.argv[2] === 'sync') {
    for (let round = 0; round < 3; round++) await sync();
} else {
    await exportAll();
}
console.log(`${kept()} people are there`);
tell(`records=${kept()}`);
