import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Road, startRoad } from '../../support/road/road-cloud.ts';
import { banditFiles, fileCases } from './attacks/files.ts';
import { injections } from './attacks/injections.ts';
import { outsiders } from './attacks/outsiders.ts';
import { findCanaries, plantCanaries } from './attacks/canaries.ts';
import { forgedTokens } from './attacks/tokens.ts';
import { uploadLinks } from './attacks/upload-links.ts';
import { bodies } from './attacks/bodies.ts';
import { type Victims, openVictims } from './attacks/victims.ts';

describe('attacks on the local cloud', () => {
  let road: Road;
  let victims: Victims;

  beforeAll(async () => {
    road = await startRoad({ workers: 30 });
    victims = await openVictims(road);
  }, 240_000);
  afterAll(async () => {
    await road.stop();
  });

  for (const attacks of [outsiders, forgedTokens, uploadLinks, bodies, injections])
    it.each(Object.entries(attacks))('%s', async (_, attack) => {
      await attack({ road, victims });
    });

  describe('files', () => {
    it.each(banditFiles)('$name', async (bandit) => {
      await fileCases({ road, victims }, bandit);
    });
  });

  it('planted names, addresses and numbers stand nowhere but where the design keeps them', async () => {
    const planted = await plantCanaries(road);
    expect(await findCanaries(road, planted)).toEqual([]);
  }, 240_000);
});
