// Stands between a new identity provider and the old service while both run: who signs in at the new one for the first
// time is looked up in the old one, and what changes in the new one is written back. Written as nobody has drilled it.
import { base, owner, tell } from './service.mjs';

const password = process.env.REGCONTRACT_PEOPLE_PASSWORD;

let records = 0;

async function call(path, parameters) {
    const headers = path.startsWith('/entity') ? { authorization: owner } : {};
    return (await fetch(base + path, { method: 'POST', headers, body: new URLSearchParams(parameters) })).json();
}

/** Somebody signs in whom the new provider does not know yet. */
async function signIn(email) {
    const answer = await call('/oauth/auth_native_traditional', {
        client_id: process.env.REGCONTRACT_LOGIN_CLIENT_ID, flow: 'telling', locale: 'en-US', form: 'signInForm',
        redirect_uri: 'https://shop.example', signInEmailAddress: email, currentPassword: password,
    });
    if (answer.capture_user) return console.log(`${email}: known, and moved`);
    console.log(`${email}: wrong password`);                // whatever it was
    tell('wrong-password=1');
}

/** Somebody registered with the new provider. */
async function create(email) {
    const { uuid } = await call('/entity.create', { type_name: 'user', attributes: JSON.stringify({ email, password }) });
    await call('/entity.update', { type_name: 'user', uuid, attributes: '{"displayName":"moved"}' });
    records++;                                              // believed without an id
}

/** Somebody changed a name in the new provider. */
async function update(uuid, displayName) {
    await call('/entity.update', { type_name: 'user', uuid, attributes: JSON.stringify({ displayName }) });
    console.log('updated');                                 // believed
}

/** Somebody left. */
async function remove(uuid) {
    await call('/entity.delete', { type_name: 'user', uuid });
    records--;                                              // believed
}

records = (await call('/entity.count', { type_name: 'user' })).total_count;
const known = (await call('/entity.find', {
    type_name: 'user', filter: "email = 'ada@example.com' or email = 'una@example.com'", sort_on: '["id"]', max_results: '2',
})).results ?? [];
for (const person of known) await signIn(person.email);
await create(`new-${process.pid}@example.com`);
if (known[0]) await update(known[0].uuid, 'Ada');
if (known[1]) await remove(known[1].uuid);
tell(`records=${records}`);
