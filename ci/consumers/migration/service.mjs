// What all four programs take from the environment, and how they refuse to run without it.
import { appendFileSync, mkdirSync } from 'node:fs';

export const base = process.env.REGCONTRACT_BASE_URL;
export const owner = 'Basic ' + btoa(`${process.env.REGCONTRACT_OWNER_CLIENT_ID}:${process.env.REGCONTRACT_OWNER_CLIENT_SECRET}`);

if (!base) {
    console.error('REGCONTRACT_BASE_URL is not set: run this by "regcontract drill", or set what README.md names.');
    process.exit(64);
}

/** Where a program keeps what it has moved, made when it is missing. */
export function directory() {
    const path = process.env.MIGRATION_DIRECTORY ?? '.';
    try {
        mkdirSync(path, { recursive: true });
    } catch (error) {
        console.error(`MIGRATION_DIRECTORY ${path} cannot be made: ${error.code}. Name a directory that may be written.`);
        process.exit(64);
    }
    return path;
}

/** Tells a drill what the program claims. */
export function tell(claim) {
    if (process.env.REGCONTRACT_TOLD_FILE) appendFileSync(process.env.REGCONTRACT_TOLD_FILE, claim + '\n');
}
