// Moves the people of a tenant into a file, and bears what comes: a page that failed is asked for again from its own
// bound, a mark moves only behind what is kept, and what is not done is told by the exit status.
//     node careful-export.mjs export       all of them, by id; goes on where it stopped
//     node careful-export.mjs sync         what changed since, three rounds
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { base, directory, owner, tell } from './service.mjs';

const folder = directory();
const target = `${folder}/moved.ndjson`;
const markFile = `${folder}/mark`;
const TRY_LATER = 75;
const PAGE = 100;
const PAUSES = (process.env.MIGRATION_PAUSES ?? '1000,10000,60000').split(',').map(Number);

const pause = milliseconds => new Promise(resume => setTimeout(resume, milliseconds));

class RegistrationError extends Error {
    constructor(answer) {
        super(`${answer.code} ${answer.error} (${answer.request_token ?? answer.request_id ?? 'no token'})`);
        this.passes = [480, 500, 504, 510].includes(answer.code);
    }
}

async function once(parameters) {
    const response = await fetch(`${base}/entity.find`, {
        method: 'POST', headers: { authorization: owner }, body: new URLSearchParams({ type_name: 'user', ...parameters }),
    });
    const answer = await response.json();
    if (answer.stat !== 'ok') throw new RegistrationError(answer);
    return answer.results;
}

async function find(parameters) {
    for (const wait of PAUSES) {
        try {
            return await once(parameters);
        } catch (error) {
            if (!error.passes) throw error;
            console.log(`${error.message}: waiting`);
            await pause(wait);
        }
    }
    return once(parameters);
}

const kept = new Map((existsSync(target) ? readFileSync(target, 'utf8').trim().split('\n') : [])
    .map(line => JSON.parse(line)).map(person => [person.uuid, person]));

function keep(people) {
    for (const person of people) {
        if (kept.get(person.uuid)?.lastUpdated === person.lastUpdated) continue;
        kept.set(person.uuid, person);
        appendFileSync(target, JSON.stringify(person) + '\n');
    }
}

async function exportAll() {
    let last = Math.max(0, ...[...kept.values()].map(person => person.id));
    for (let page = []; ; last = page.at(-1).id) {
        page = await find({ filter: `id > ${last}`, sort_on: '["id"]', max_results: PAGE });
        keep(page);
        if (page.length < PAGE) break;
    }
}

async function sync() {
    const mark = existsSync(markFile) ? readFileSync(markFile, 'utf8') : '1970-01-01 00:00:00.000000 +0000';
    let reached = mark;
    for (let first = 0; ; first += PAGE) {
        // >= and not >: several records can have one time, and what is kept already is passed over.
        const page = await find({
            filter: `lastUpdated >= '${mark}'`, sort_on: '["lastUpdated", "id"]', max_results: PAGE, first_result: first,
        });
        keep(page);
        reached = page.at(-1)?.lastUpdated ?? reached;
        if (page.length < PAGE) break;
    }
    writeFileSync(markFile, reached);                       // the service's own time, of what is kept
}

try {
    if (process.argv[2] === 'sync') {
        for (let round = 0; round < 3; round++) await sync();
    } else {
        await exportAll();
    }
    console.log(`${kept.size} people are there`);
} catch (error) {
    console.log(`not done: ${error.message}; ${kept.size} people are there, run it again`);
    process.exitCode = TRY_LATER;
} finally {
    tell(`records=${kept.size}`);
}
