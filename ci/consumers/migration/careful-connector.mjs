// Stands between a new identity provider and the old service while both run, and bears what comes: only 210 to 213 are a
// wrong password, a create without an id is none, and a write that failed is kept until it has succeeded.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { base, directory, owner, tell } from './service.mjs';

const folder = directory();
const retries = `${folder}/retries.ndjson`;
const password = process.env.REGCONTRACT_PEOPLE_PASSWORD;
const TRY_LATER = 75;
const WRONG_PASSWORD = [210, 211, 212, 213];

let records = 0;

process.on('uncaughtException', error => {
    console.log(`not done: ${error.message}, run it again`);
    process.exit(TRY_LATER);
});

class RegistrationError extends Error {
    constructor(answer) {
        super(`${answer.code} ${answer.error} (${answer.request_token ?? answer.request_id ?? 'no token'})`);
        this.code = answer.code;
    }
}

async function call(path, parameters) {
    const headers = path.startsWith('/entity') ? { authorization: owner } : {};
    const answer = await (await fetch(base + path, { method: 'POST', headers, body: new URLSearchParams(parameters) })).json();
    if (answer.stat !== 'ok') throw new RegistrationError(answer);  // an error is an error whatever the status of HTTP is
    return answer;
}

/** Somebody signs in whom the new provider does not know yet. */
async function signIn(email) {
    try {
        await call('/oauth/auth_native_traditional', {
            client_id: process.env.REGCONTRACT_LOGIN_CLIENT_ID, flow: 'telling', locale: 'en-US', form: 'signInForm',
            redirect_uri: 'https://shop.example', signInEmailAddress: email, currentPassword: password,
        });
        console.log(`${email}: known, and moved`);
    } catch (error) {
        if (!WRONG_PASSWORD.includes(error.code)) {
            process.exitCode = TRY_LATER;
            return console.log(`${email}: signing in is not possible now, please try later (${error.message})`);
        }
        console.log(`${email}: wrong e-mail address or password`);
        tell('wrong-password=1');
    }
}

/** What is to be written back; each can be done twice without harm. */
const writes = {
    /** Somebody registered with the new provider. A create that failed may have happened: its address tells. */
    async create({ email, again }) {
        const there = again && await found(email);
        const { uuid } = there || await call('/entity.create', { type_name: 'user', attributes: JSON.stringify({ email, password }) });
        if (!uuid) throw new Error('a create without an id is none');
        if (!there) records++;
        await write('update', { uuid, attributes: { displayName: 'moved' } });
    },
    /** Somebody changed a name in the new provider. */
    update: ({ uuid, attributes }) =>
        call('/entity.update', { type_name: 'user', uuid, attributes: JSON.stringify(attributes) }),
    /** Somebody left. Who is gone already need not be deleted. */
    async remove({ uuid }) {
        try {
            await call('/entity.delete', { type_name: 'user', uuid });
            records--;
        } catch (error) {
            if (error.code !== 310) throw error;
        }
    },
};

async function found(email) {
    try {
        return (await call('/entity', { type_name: 'user', key_attribute: 'email', key_value: JSON.stringify(email) })).result;
    } catch (error) {
        if (error.code === 310) return undefined;
        throw error;
    }
}

/** Writes back, or keeps what is to be written for the next time. */
async function write(what, details) {
    try {
        await writes[what](details);
        console.log(`${what}: done`);
    } catch (error) {
        process.exitCode = TRY_LATER;
        console.log(`${what}: kept for later (${error.message})`);
        appendFileSync(retries, JSON.stringify({ what, details: { ...details, again: true } }) + '\n');
    }
}

records = (await call('/entity.count', { type_name: 'user' })).total_count;
if (existsSync(retries)) {
    const kept = readFileSync(retries, 'utf8').trim().split('\n').map(line => JSON.parse(line));
    writeFileSync(retries, '');
    for (const { what, details } of kept) await write(what, details);
    if (readFileSync(retries, 'utf8') === '') rmSync(retries);
} else {
    const known = (await call('/entity.find', {
        type_name: 'user', filter: "email = 'ada@example.com' or email = 'una@example.com'", sort_on: '["id"]', max_results: '2',
    })).results;
    for (const person of known) await signIn(person.email);
    await write('create', { email: `new-${process.pid}@example.com` });
    if (known[0]) await write('update', { uuid: known[0].uuid, attributes: { displayName: 'Ada' } });
    if (known[1]) await write('remove', { uuid: known[1].uuid });
}
tell(`records=${records}`);
