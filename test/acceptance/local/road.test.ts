import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBody } from '../../../tools/client/keyturn-client.ts';
import { judgeAnswers } from '../../support/road/openapi-judge.ts';
import { type Road, startRoad } from '../../support/road/road-cloud.ts';
import * as z from 'zod';
import { closing } from './road/closing.ts';
import { clockwork } from './road/clockwork.ts';
import { incomeRoad } from './road/income-road.ts';
import { opening } from './road/opening.ts';
import { papers } from './road/papers.ts';
import type { Scenes } from './road/scenes.ts';

/** One cloud, and steps that stand on each other: a loan is opened, documented, verified, decided; others stray from the road. */
describe('the main road on the local cloud', () => {
  let road: Road;
  const scenes: Scenes = {};

  beforeAll(async () => {
    road = await startRoad({ workers: 30 });
  }, 240_000);
  afterAll(async () => {
    await road.stop();
  });

  for (const steps of [opening, papers, closing, incomeRoad, clockwork])
    it.each(Object.entries(steps))(
      '%s',
      async (_, step) => {
        await step(road, scenes);
      },
      240_000,
    );

  it('the OpenAPI document passes its lint, and every answer of this suite is one that it tells of', async () => {
    const document = expectBody(await road.cast.nobody.get('/v1/openapi.json'), 200, z.looseObject({}));
    const config = await createConfig({
      extends: ['recommended'],
      rules: { 'operation-4xx-response': 'off' },
    });
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    const { misfits, operationIds } = judgeAnswers(document, road.answers);
    expect(misfits).toEqual([]);
    expect(operationIds.size).toBeGreaterThanOrEqual(15);
  });
});
