// Before `npm pack`: copies the jar that the build made, or the one that REGCONTRACT_JAR names, and the licence into the package.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const jar = process.env.REGCONTRACT_JAR || here('../../target/regcontract.jar');
if (!existsSync(jar)) {
    console.error(`${jar} is missing: make it with './mvnw package', or name another jar in REGCONTRACT_JAR.`);
    process.exit(2);
}
mkdirSync(here('../jar'), { recursive: true });
copyFileSync(jar, here('../jar/regcontract.jar'));
copyFileSync(here('../../../LICENSE'), here('../LICENSE'));
