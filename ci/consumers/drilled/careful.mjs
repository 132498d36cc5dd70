// Does the same and bears what comes: it looks at stat, backs off, names the cause, and ends with a failure where it failed.
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const base = process.env.REGCONTRACT_BASE_URL;
const owner = 'Basic ' + btoa(`${process.env.REGCONTRACT_OWNER_CLIENT_ID}:${process.env.REGCONTRACT_OWNER_CLIENT_SECRET}`);
const people = ['ada', 'bob', 'cleo', 'dan', 'eve'].map(name => `${name}@example.com`);
const password = 'correct-horse';
const TRY_LATER = 75;
let failed = false;

const tell = claim => appendFileSync(process.env.REGCONTRACT_TOLD_FILE, claim + '\n');

class RegistrationError extends Error {
    constructor(answer) {
        super(`${answer.code} ${answer.error}, request token ${answer.request_token}`);
        this.code = answer.code;
    }
}

// An error is an error whatever the status of HTTP is. Too many calls: fewer, and not for ever.
async function call(path, parameters, headers = {}) {
    for (let attempt = 1; ; attempt++) {
        const response = await fetch(base + path, { method: 'POST', headers, body: new URLSearchParams(parameters) });
        const answer = await response.json();
        if (answer.stat === 'ok') return answer;
        if (answer.code !== 510 || attempt === 3) throw new RegistrationError(answer);
        await pause(300 * attempt);
    }
}

async function signIn(email) {
    try {
        await call('/oauth/auth_native_traditional', {
            client_id: process.env.REGCONTRACT_LOGIN_CLIENT_ID, flow: 'telling', locale: 'en-US', form: 'signInForm', response_type: 'token',
            redirect_uri: 'https://shop.example', signInEmailAddress: email, currentPassword: password,
        });
        console.log(`${email}: signed in`);
    } catch (error) {
        if (!(error instanceof RegistrationError)) throw error;
        if ([210, 211, 212, 213].includes(error.code)) {
            console.log(`${email}: wrong e-mail address or password`);
            tell('wrong-password=1');
        } else {
            console.log(`${email}: signing in is not possible now, please try later (${error.message})`);
        }
        failed = true;
    }
}

const asOwner = { authorization: owner };
try {
    const known = (await call('/entity.count', { type_name: 'user' }, asOwner)).total_count;
    if (known === 0) {
        for (const email of people) await call('/entity.create', { type_name: 'user', attributes: JSON.stringify({ email, password }) }, asOwner);
    }
    for (const email of people.slice(0, 3)) await signIn(email);
    let exported = 0;
    try {
        for (let page = [], last = 0; ; last = page.at(-1).id) {
            page = (await call('/entity.find', { type_name: 'user', filter: `id > ${last}`, sort_on: '["id"]', max_results: '2' }, asOwner)).results;
            exported += page.length;
            if (page.length < 2) break;
        }
        console.log(`exported ${exported} records`);
    } finally {
        tell(`records=${exported}`);
    }
} catch (error) {
    console.log(`not done: ${error.message}`);
    failed = true;
}
process.exitCode = failed ? TRY_LATER : 0;
