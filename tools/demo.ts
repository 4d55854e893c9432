/**
 * `npm run demo [-- --document FILE]`: builds, starts the cloud fresh on this machine, and carries one loan along the main
 * road with real files. Exit code 0 when everything on the road held.
 */
import { parseArgs } from 'node:util';
import { startLocalCloud } from '../local/runtime/local-cloud.ts';
import { freshAssembly } from './fresh-assembly.ts';
import { gatherCast } from './demo/cast.ts';
import { audit, cost, counterparty, deadLetters, income, outbox, underwrite } from './demo/proof.ts';
import { apply, openLoan, signInBorrower, type Stage, uploads } from './demo/road.ts';
import { seconds, timeline } from './demo/timeline.ts';
import { AVERY_SAMPLE } from './samples/scenario.ts';

const { values } = parseArgs({ options: { document: { type: 'string' } } });

const say = timeline();
say.chapter('Keyturn: one loan, end to end, on this machine');
const assembly = await freshAssembly(process.cwd(), (line) => say.say('keyturn', line));
const cloud = await startLocalCloud({
  assembly,
  stateFolder: '.keyturn/demo',
  fresh: true,
  ports: { aws: 0, api: 0, partners: 0 },
  workers: 16,
});
try {
  say.say(
    'keyturn',
    `the cloud runs: API ${cloud.urls.api}`,
    `${seconds(say.elapsedSeconds() * 1000)} since the start; no Docker, no account, no network`,
  );
  const { api } = cloud.urls;
  const cast = await gatherCast(api);
  const stage: Stage = { cast, scenario: AVERY_SAMPLE, say };

  say.chapter('A loan is opened');
  const loan = await openLoan(stage);
  await signInBorrower(stage);
  await apply(stage, loan);

  say.chapter('The borrower sends documents');
  await uploads(stage, loan, values.document);

  say.chapter('Income, and the way to closing');
  await income(stage, loan);
  await underwrite(stage, loan);

  say.chapter('Who was told, and what can be proved');
  await outbox(stage, loan, api);
  await counterparty(stage, api);
  const held = [await audit(stage, loan), await deadLetters(stage)];
  await cost(stage, api);

  const good = held.every(Boolean);
  say.chapter(good ? `Done in ${seconds(say.elapsedSeconds() * 1000)}` : 'Something did not hold: see above');
  process.exitCode = good ? 0 : 1;
} catch (error) {
  say.chapter('The road broke off');
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cloud.stop();
}
