import { keyturn } from '../lib/app.ts';

try {
  (await keyturn()).synth();
} catch (error) {
  // A stage that is not there or a rule that is broken is told in a sentence, not in a stack trace.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
