/** `node tools/make-sample-documents.ts DIRECTORY [SCENARIO.json]`: the sample documents of one invented borrower. */
import { readFile } from 'node:fs/promises';
import { makeSampleDocuments } from './samples/make-sample-documents.ts';
import { AVERY_SAMPLE, SampleScenario } from './samples/scenario.ts';

const [directory, scenarioFile] = process.argv.slice(2);
if (!directory) {
  console.error('Usage: node tools/make-sample-documents.ts DIRECTORY [SCENARIO.json]');
  process.exitCode = 2;
} else {
  const scenario = scenarioFile
    ? SampleScenario.parse(JSON.parse(await readFile(scenarioFile, 'utf8')))
    : AVERY_SAMPLE;
  for (const { path } of await makeSampleDocuments(scenario, directory)) console.log(path);
}
