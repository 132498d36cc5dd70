/** What a simulator is started with; what is left out is made up. */
export interface SimulatorOptions {
    /** Name and id of the default application. */
    application?: string;
    ownerClientId?: string;
    ownerClientSecret?: string;
    loginClientId?: string;
    /** Token of the control plane. */
    controlToken?: string;
    /** `documented`, the default, speaks to the letter of the documentation; `observed` as the real service was recorded. */
    dialect?: 'documented' | 'observed';
    /** At most so many calls in so many seconds, such as `'500/60'`. */
    quota?: string;
    /** How long every answer takes on its way, in milliseconds. */
    latency?: number;
    /** A file that keeps everything across restarts. */
    state?: string;
    /** A free port is chosen when left out. */
    port?: number;
    /** More options of `regcontract simulator`. */
    arguments?: string[];
    /** In place of `process.env`: JAVA_HOME, PATH and REGCONTRACT_JAR are read from it. */
    environment?: Record<string, string | undefined>;
    /** Path of regcontract.jar, in place of that of REGCONTRACT_JAR or of the package. */
    jar?: string;
    /** How long to wait until it is ready, in milliseconds; 30,000 when left out. */
    startTimeout?: number;
    /** Takes a line for each call. */
    log?: (line: string) => void;
}

/** A running simulator. It ends with this process, also when that is killed. */
export interface Simulator extends AsyncDisposable {
    /** Such as `http://127.0.0.1:40123`. */
    readonly baseAddress: string;
    readonly application: string;
    readonly ownerClientId: string;
    readonly ownerClientSecret: string;
    readonly loginClientId: string;
    readonly controlToken: string;
    readonly control: ControlClient;
    /** Id of its process. */
    readonly pid: number;
    /** Stops it; does nothing when it has stopped. */
    stop(): Promise<void>;
}

/**
 * Starts a simulator.
 *
 * @throws when there is no Java 17 or newer or no jar, or the simulator does not get ready; the message says what to do
 */
export function startSimulator(options?: SimulatorOptions): Promise<Simulator>;

/** A group of operations that maintenance can switch off. */
export type OperationGroup = 'clients' | 'settings' | 'entity' | 'entityType' | 'access' | 'oauth' | 'versions';

/** What is wrong with the storage of the records; what is left out works. */
export interface StorageFaults {
    refuseWrites?: boolean;
    failReads?: boolean;
    /** How long a search takes, in seconds. */
    searchSeconds?: number;
}

/** A person at another identity provider. */
export interface SocialIdentity {
    provider: string;
    identifier: string;
    profile?: Record<string, unknown>;
}

/** An application with its clients. */
export interface Application {
    name: string;
    id: string;
    host: string;
    ownerClientId: string;
    ownerClientSecret: string;
    loginClientId: string;
}

/** Changes the state behind the API; rejects with the reason when the simulator refuses. */
export class ControlClient {
    constructor(baseAddress: string, token: string, application: string);
    /** The same for another application. */
    forApplication(name: string): ControlClient;
    /** Makes an application; without a name it gets one. */
    createApplication(name?: string): Promise<Application>;
    /** Takes the application away with everything it has. */
    deleteApplication(): Promise<void>;
    /** Moves the application's clock and returns its time. */
    advanceClock(seconds: number): Promise<Date>;
    /** Exactly these groups are off (480); none when called without any. */
    setMaintenance(...groups: OperationGroup[]): Promise<void>;
    /** At most so many calls in any so many seconds (510). */
    setQuota(calls: number, perSeconds: number): Promise<void>;
    liftQuota(): Promise<void>;
    setStorage(faults: StorageFaults): Promise<void>;
    flow(name: string): Promise<Record<string, unknown>>;
    putFlow(name: string, flow: Record<string, unknown>): Promise<void>;
    /** Someone signs in at another provider; returns the token for /oauth/auth_native. */
    socialSignIn(identity: SocialIdentity): Promise<string>;
    /** The messages that would have been sent. */
    mails(): Promise<Record<string, unknown>[]>;
    /** The failed call behind a request token. */
    failedCall(requestToken: string): Promise<Record<string, unknown>>;
    /** The state as it was at the start, with the same clients. */
    reset(): Promise<void>;
}
