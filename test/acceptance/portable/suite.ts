import { beforeAll, describe, expect, it } from 'vitest';
import { accessMatrix } from './access-matrix.ts';
import { auditTrail } from './audit-trail.ts';
import { gatherCast } from './cast.ts';
import type { Cannot, Environment, OptionalBehaviour } from './environment.ts';
import { idempotency } from './idempotency.ts';
import { signIn } from './sign-in.ts';
import type { Behaviours, Scene } from './scene.ts';
import { openedLoan } from './opened-loan.ts';
import { eventsTravel, stageMachine } from './stage-machine.ts';
import { uploadChecksum, uploads } from './uploads.ts';

const chapters: { title: string; behaviours: Behaviours; needs?: OptionalBehaviour }[] = [
  { title: 'signing in', behaviours: signIn },
  { title: 'opening a loan', behaviours: openedLoan },
  { title: 'repeating a request', behaviours: idempotency },
  { title: 'who may do what to whose loan', behaviours: accessMatrix },
  { title: 'events', behaviours: eventsTravel },
  { title: 'the stage machine', behaviours: stageMachine },
  { title: 'uploading', behaviours: uploads },
  { title: 'uploading: what the storage compares', behaviours: uploadChecksum, needs: 'upload-checksum' },
  { title: 'the audit trail', behaviours: auditTrail },
];

/** The same demands on whatever runs Keyturn. Call it in a `describe` whose `beforeAll` starts the environment. */
export function portableSuite(environment: () => Environment, cannot: Cannot = {}): void {
  let scene: Scene;
  beforeAll(async () => {
    scene = { environment: environment(), cast: await gatherCast(environment()) };
  });
  describe.each(chapters)('$title', ({ behaviours, needs }) => {
    const reason = needs === undefined ? undefined : cannot[needs];
    it.for(Object.entries(behaviours))('%s', async ([, behave], { skip }) => {
      skip(reason !== undefined, reason);
      await behave(scene);
      expect.hasAssertions();
    });
  });
}
