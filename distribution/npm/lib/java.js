import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OLDEST = 17;
const PROGRAM = process.platform === 'win32' ? 'java.exe' : 'java';

/** Versions that were asked for already, by the path of the program. */
const versions = new Map();

/** The path of a Java that is new enough; an error says what is missing. */
export async function findJava(environment) {
    const java = candidate(environment);
    const version = await versionOf(java);
    if (version < OLDEST) {
        throw new Error(`${java} is Java ${version}, and the simulator needs Java ${OLDEST} or newer: set JAVA_HOME to one.`);
    }
    return java;
}

function candidate(environment) {
    if (environment.JAVA_HOME) {
        const java = join(environment.JAVA_HOME, 'bin', PROGRAM);
        if (!isProgram(java)) {
            throw new Error(`JAVA_HOME is ${environment.JAVA_HOME}, and ${java} is no program: set it to a Java ${OLDEST} or newer.`);
        }
        return java;
    }
    const onPath = (environment.PATH ?? environment.Path ?? '').split(delimiter)
        .filter((directory) => directory !== '')
        .map((directory) => join(directory, PROGRAM))
        .find(isProgram);
    if (!onPath) {
        throw new Error(`No Java was found: set JAVA_HOME to a Java ${OLDEST} or newer, or put one on the PATH.`);
    }
    return onPath;
}

function isProgram(file) {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}

function versionOf(java) {
    if (!versions.has(java)) {
        versions.set(java, askForVersion(java));
    }
    return versions.get(java);
}

function askForVersion(java) {
    return new Promise((resolve, reject) => {
        execFile(java, ['-version'], { timeout: 30_000 }, (failure, out, err) => {
            // 'version "17.0.15"', and 'version "1.8.0_402"' before Java 9.
            const found = /version "(?:1\.)?(\d+)/.exec(err + out);
            if (found) {
                resolve(Number(found[1]));
            } else {
                reject(new Error(`${java} does not say which Java it is${failure ? ` (${failure.message.trim()})` : ''}: set JAVA_HOME to a Java ${OLDEST} or newer.`));
            }
        });
    });
}
