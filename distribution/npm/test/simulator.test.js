import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { startSimulator } from '../lib/index.js';

const directory = mkdtempSync(join(tmpdir(), 'regcontract-npm-'));
after(() => rmSync(directory, { recursive: true, force: true }));

/** A JAVA_HOME whose Java is a shell script. */
function javaHome(name, version, otherwise) {
    const bin = join(directory, name, 'bin');
    mkdirSync(bin, { recursive: true });
    const java = join(bin, 'java');
    writeFileSync(java, `#!/bin/sh\nif [ "$1" = -version ]; then echo '${version}' >&2; exit 0; fi\n${otherwise}\n`);
    chmodSync(java, 0o755);
    return join(directory, name);
}

const alive = (pid) => {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
};

/** Waits until a process is gone; the limit of the test ends it otherwise. */
async function gone(pid) {
    while (alive(pid)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

const call = async (simulator, path, parameters) => {
    const authorization = 'Basic ' + btoa(`${simulator.ownerClientId}:${simulator.ownerClientSecret}`);
    const answer = await fetch(simulator.baseAddress + path, { method: 'POST', headers: { authorization }, body: new URLSearchParams(parameters) });
    return answer.json();
};

test('starts with clients of its own, changes its state, stops', { timeout: 120_000 }, async () => {
    const simulator = await startSimulator();
    assert.equal((await call(simulator, '/entity.count', { type_name: 'user' })).stat, 'ok');
    assert.ok(simulator.loginClientId.length > 8);
    const { control } = simulator;

    await control.setMaintenance('entity');
    const refused = await call(simulator, '/entity.count', { type_name: 'user' });
    assert.equal(refused.code, 480);
    assert.equal((await control.failedCall(refused.request_token)).code, 480);
    await control.setMaintenance();
    await control.setQuota(1, 60);
    const codes = [await call(simulator, '/entity.count', { type_name: 'user' }), await call(simulator, '/entity.count', { type_name: 'user' })];
    assert.equal(codes[1].code, 510);
    await control.liftQuota();
    await control.setStorage({ refuseWrites: true });
    assert.equal((await call(simulator, '/entity.create', { type_name: 'user', attributes: '{}' })).code, 300);
    await control.reset();
    assert.equal((await call(simulator, '/entity.create', { type_name: 'user', attributes: '{}' })).stat, 'ok');
    const before = await control.advanceClock(0);
    assert.ok((await control.advanceClock(3600)) - before >= 3_600_000);
    const flow = await control.flow('standard');
    await control.putFlow('mine', flow);
    assert.deepEqual(await control.flow('mine'), { ...flow, name: 'mine' });
    assert.equal(typeof (await control.socialSignIn({ provider: 'example', identifier: 'https://example.com/ada' })), 'string');
    assert.deepEqual(await control.mails(), []);
    const made = await control.createApplication('other');
    assert.equal(made.name, 'other');
    await control.forApplication('other').deleteApplication();
    await assert.rejects(control.forApplication('other').advanceClock(1), /other/);

    await simulator.stop();
    await simulator.stop();
    assert.equal(alive(simulator.pid), false);
});

test('starts with what it is given, and shows no secret on the command line', { timeout: 120_000 }, async () => {
    const seen = [];
    const simulator = await startSimulator({
        application: 'acme', ownerClientId: 'owner', ownerClientSecret: 'owner-secret', loginClientId: 'login',
        controlToken: 'control-secret', dialect: 'observed', log: (line) => seen.push(line),
    });
    try {
        assert.deepEqual(
            [simulator.application, simulator.ownerClientId, simulator.ownerClientSecret, simulator.loginClientId, simulator.controlToken],
            ['acme', 'owner', 'owner-secret', 'login', 'control-secret']);
        const answer = await call(simulator, '/entity', { type_name: 'user', id: '4711' });
        assert.equal(answer.request_id.length, 16);
        const commandLine = `/proc/${simulator.pid}/cmdline`;
        if (existsSync(commandLine)) {
            assert.doesNotMatch(readFileSync(commandLine, 'utf8'), /owner-secret|control-secret/);
        }
    } finally {
        await simulator.stop();
    }
    assert.match(seen.join('\n'), /\/entity/);
});

test('ends with the process that started it, however that ends', { timeout: 120_000 }, async () => {
    const program = `
        import { startSimulator } from ${JSON.stringify(new URL('../lib/index.js', import.meta.url).href)};
        const simulator = await startSimulator();
        console.log(simulator.pid);
        if (process.argv[1] === 'stay') setInterval(() => {}, 1000);`;
    for (const [how, signal] of [['stay', 'SIGKILL'], ['leave', null]]) {
        const parent = spawn(process.execPath, ['--input-type=module', '-e', program, how], { stdio: ['ignore', 'pipe', 'inherit'] });
        const [line] = await once(createInterface({ input: parent.stdout }), 'line');
        const ended = once(parent, 'exit');
        if (signal) {
            assert.ok(alive(Number(line)));
            parent.kill(signal);
        }
        assert.deepEqual(await ended, signal ? [null, signal] : [0, null]);
        await gone(Number(line));
    }
});

test('kills what is not ready in time', { timeout: 60_000 }, async () => {
    const file = join(directory, 'pid');
    const JAVA_HOME = javaHome('slow', 'openjdk version "17.0.1"', `echo $$ > '${file}'; echo 'still thinking'; exec sleep 600`);
    await assert.rejects(
        startSimulator({ environment: { ...process.env, JAVA_HOME }, startTimeout: 1500 }),
        /^Error: The simulator was not ready within 1500 ms\.\nstill thinking$/);
    await gone(Number(readFileSync(file, 'utf8')));
});

test('tells what the simulator said when it does not start', { timeout: 60_000 }, async () => {
    await assert.rejects(startSimulator({ arguments: ['--no-such-option'] }), /ended with 2 before it was ready\.\nUnknown option: '--no-such-option'/);
});

test('says what is missing', { timeout: 60_000 }, async () => {
    const { PATH, REGCONTRACT_JAR } = process.env;
    const start = (environment, options = {}) => startSimulator({ environment: { PATH, REGCONTRACT_JAR, ...environment }, ...options });
    await assert.rejects(start({ PATH: `${directory}${delimiter}` }), /^Error: No Java was found: set JAVA_HOME/);
    await assert.rejects(start({ JAVA_HOME: '/nowhere' }), /JAVA_HOME is \/nowhere, and .* is no program/);
    await assert.rejects(start({ JAVA_HOME: javaHome('old', 'java version "1.8.0_402"', 'exit 1') }), /is Java 8, and the simulator needs Java 17 or newer/);
    await assert.rejects(start({ JAVA_HOME: javaHome('eleven', 'openjdk version "11.0.2" 2019-01-15', 'exit 1') }), /is Java 11, and/);
    await assert.rejects(start({ JAVA_HOME: javaHome('mute', 'hello', 'exit 1') }), /does not say which Java it is/);
    await assert.rejects(start({ REGCONTRACT_JAR: '/nowhere.jar' }), /REGCONTRACT_JAR names \/nowhere\.jar, which is not there/);
    await assert.rejects(start({}, { jar: '/nowhere.jar' }), /The option jar names \/nowhere\.jar/);
    await assert.rejects(start({}, { aplication: 'x' }), /startSimulator has no option 'aplication'/);
});
