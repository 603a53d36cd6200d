/** Asks Apache PDFBox Preflight 2, where Java and its Debian packages are installed, whether a file is PDF/A-1b. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasTool } from '../tools.ts';

/** `apt install default-jdk-headless libpdfbox2-java libjaxb-api-java libcommons-io-java` brings all of them. */
const JAR_FOLDER = '/usr/share/java';
const JARS = [
  'preflight.jar',
  'xmpbox.jar',
  'pdfbox2.jar',
  'fontbox2.jar',
  'commons-logging.jar',
  'commons-io.jar',
  'jaxb-api.jar',
  'javax.activation.jar',
].map((name) => join(JAR_FOLDER, name));

export function hasPreflight(): boolean {
  return hasTool('javac') && JARS.every((jar) => existsSync(jar));
}

/** The complaints about each file, in the order given; an empty list is a conforming PDF/A-1b. */
export function checkPdfA(paths: readonly string[]): string[][] {
  const program = join(import.meta.dirname, 'CheckPdfA.java');
  const output = execFileSync('java', ['-cp', JARS.join(delimiter), program, ...paths], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const answers: string[][] = [];
  for (const line of output.trimEnd().split('\n')) {
    if (line.startsWith('file ')) answers.push([]);
    else answers.at(-1)!.push(line);
  }
  return answers;
}
