import { expect } from 'vitest';
import type { Attacks } from './victims.ts';

export const bodies: Attacks = {
  'JSON of more than 10 MB is refused at the door': async ({ road }) => {
    const answer = await road.cast['loan-officer'].post('/v1/loans', `"${'a'.repeat(10 * 1024 * 1024)}"`);
    expect(answer).toMatchObject({ status: 413, body: { status: 413 } });
  },
  'JSON of depth 10,000 is refused before anything walks it': async ({ road }) => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expect(await road.cast['loan-officer'].post('/v1/loans', deep)).toMatchObject({
      status: 400,
      body: { code: 'InvalidJson' },
    });
  },
  'what is no JSON, and fields that nobody knows, are refused': async ({ road }) => {
    const officer = road.cast['loan-officer'];
    expect(await officer.post('/v1/loans', '{"purpose":')).toMatchObject({
      status: 400,
      body: { code: 'InvalidJson' },
    });
    expect(
      await officer.post('/v1/loans', '{"__proto__":{"role":"manager"},"stage":"FUNDED"}'),
    ).toMatchObject({
      status: 400,
      body: { code: 'InvalidRequest' },
    });
  },
};
