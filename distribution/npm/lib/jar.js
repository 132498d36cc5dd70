import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In the package, and in a checkout of the project. */
const PLACES = ['../jar/regcontract.jar', '../../target/regcontract.jar'];

/** The path of the jar: the given one, that of REGCONTRACT_JAR, or the package's. */
export function findJar(given, environment) {
    const [named, by] = given ? [given, 'The option jar'] : [environment.REGCONTRACT_JAR, 'REGCONTRACT_JAR'];
    if (named) {
        if (!existsSync(named)) {
            throw new Error(`${by} names ${named}, which is not there: name regcontract.jar.`);
        }
        return named;
    }
    const jar = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
    if (!jar) {
        throw new Error('regcontract.jar is missing from this package: name one in REGCONTRACT_JAR; in a checkout, ./mvnw package makes it.');
    }
    return jar;
}
