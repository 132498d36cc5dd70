import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { ControlClient } from './control.js';
import { findJar } from './jar.js';
import { findJava } from './java.js';

/** Options by their names on the command line. */
const ARGUMENTS = {
    application: '--application',
    ownerClientId: '--owner-client-id',
    loginClientId: '--login-client-id',
    dialect: '--dialect',
    quota: '--quota',
    latency: '--latency',
    state: '--state',
    port: '--port',
};
const OTHERS = ['ownerClientSecret', 'controlToken', 'arguments', 'environment', 'jar', 'startTimeout', 'log'];

/** The line that comes last of what the simulator says about its clients. */
const END_OF_CLIENTS = /^\s+callers: /;

/** How many lines of a simulator that did not start are told. */
const LINES = 20;

/** How long it may take to stop, in milliseconds; it is killed then. */
const STOP_TIMEOUT = 10_000;

/** Starts a simulator in a process that ends with this one, and waits until it answers. */
export async function startSimulator(options = {}) {
    const unknown = Object.keys(options).find((name) => !(name in ARGUMENTS) && !OTHERS.includes(name));
    if (unknown) {
        throw new TypeError(`startSimulator has no option '${unknown}'. It has ${[...Object.keys(ARGUMENTS), ...OTHERS].join(', ')}.`);
    }
    const environment = options.environment ?? process.env;
    const jar = findJar(options.jar, environment);
    const java = await findJava(environment);
    const controlToken = options.controlToken ?? randomBytes(16).toString('hex');
    // Secrets go by the environment, as everyone on the machine can read a command line.
    const secrets = { REGCONTRACT_CONTROL_TOKEN: controlToken };
    const words = ['-jar', jar, 'simulator', '--stop-at-end-of-input', '--control-token', 'env:REGCONTRACT_CONTROL_TOKEN'];
    if (options.ownerClientSecret !== undefined) {
        secrets.REGCONTRACT_OWNER_CLIENT_SECRET = options.ownerClientSecret;
        words.push('--owner-client-secret', 'env:REGCONTRACT_OWNER_CLIENT_SECRET');
    }
    for (const [name, word] of Object.entries(ARGUMENTS)) {
        if (options[name] !== undefined) {
            words.push(word, String(options[name]));
        }
    }
    words.push(...(options.arguments ?? []));
    const child = spawn(java, words, { env: { ...environment, ...secrets }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    return new Simulator(child, await ready(child, options), { ...options, controlToken });
}

/** What the simulator prints when it is ready; none is left behind where it does not get ready. */
function ready(child, options) {
    const timeout = options.startTimeout ?? 30_000;
    const said = [];
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => fail(`was not ready within ${timeout} ms`), timeout);
        const fail = (why) => {
            clearTimeout(timer);
            child.kill('SIGKILL');
            const last = said.slice(-LINES).join('\n');
            reject(new Error(`The simulator ${why}.${last === '' ? '' : `\n${last}`}`));
        };
        child.once('error', (failure) => fail(`could not be started: ${failure.message}`));
        // 'close' and not 'exit': by then all that it said has been read.
        child.once('close', (code, signal) => fail(`ended with ${code ?? signal} before it was ready`));
        child.stdin.on('error', () => {});
        const facts = {};
        createInterface({ input: child.stdout }).on('line', (line) => {
            said.push(line);
            facts.baseAddress ??= / ready at (http\S+)$/.exec(line)?.[1];
            for (const [, word, value] of line.matchAll(/(--(?:application|owner-client-id|owner-client-secret|login-client-id)) (\S+)/g)) {
                facts[word] = value;
            }
            if (facts.baseAddress && END_OF_CLIENTS.test(line)) {
                clearTimeout(timer);
                child.removeAllListeners('close');
                // Not what keeps this process alive: one that ends without stop() ends the simulator, too.
                for (const part of [child, child.stdin, child.stdout, child.stderr]) {
                    part.unref();
                }
                resolve(facts);
            }
        });
        createInterface({ input: child.stderr }).on('line', (line) => {
            if (!facts.baseAddress) {
                said.push(line);
            }
            options.log?.(line);
        });
    });
}

class Simulator {
    #child;

    constructor(child, facts, options) {
        this.#child = child;
        this.baseAddress = facts.baseAddress;
        this.application = options.application ?? facts['--application'] ?? 'regcontract';
        this.ownerClientId = options.ownerClientId ?? facts['--owner-client-id'];
        this.ownerClientSecret = options.ownerClientSecret ?? facts['--owner-client-secret'];
        this.loginClientId = options.loginClientId ?? facts['--login-client-id'];
        this.controlToken = options.controlToken;
        this.control = new ControlClient(this.baseAddress, this.controlToken, this.application);
    }

    get pid() {
        return this.#child.pid;
    }

    async stop() {
        if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
            return;
        }
        this.#child.ref();
        await new Promise((resolve) => {
            const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT);
            this.#child.once('exit', () => {
                clearTimeout(timer);
                resolve();
            });
            this.#child.kill();
        });
    }

    async [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
        await this.stop();
    }
}
