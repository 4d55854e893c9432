import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, KeyturnClient } from '../../../tools/client/keyturn-client.ts';

const mostTries = 30;

/**
 * A client as ours should be: what got no answer, or 429 or 5xx, is asked again, a POST under the same key; when its
 * session has run out (the clock moves far) it signs in again.
 */
export async function patient(signIn: () => Promise<KeyturnClient>): Promise<KeyturnClient> {
  let client = await signIn();

  async function insist(ask: () => Promise<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask().catch((error: unknown) => error as Error);
      const isSettled = !(answer instanceof Error) && answer.status !== 429 && answer.status < 500;
      if (isSettled && (answer.status !== 401 || tries > 1)) return answer;
      if (isSettled) client = await signIn();
      if (tries < mostTries) {
        await sleep(Math.min(1000, 50 * 2 ** tries));
        continue;
      }
      if (answer instanceof Error) throw answer;
      return answer;
    }
  }

  return {
    get: (path) => insist(() => client.get(path)),
    post: (path, body, { key = randomUUID(), headers = {} } = {}) =>
      insist(() => client.post(path, body, { key, headers })),
    put: (path, body, options) => insist(() => client.put(path, body, options)),
    patch: (path, body, options) => insist(() => client.patch(path, body, options)),
  };
}
