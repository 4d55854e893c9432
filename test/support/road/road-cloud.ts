import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshAssembly } from '../../../tools/fresh-assembly.ts';
import type { CloudPorts } from '../../../local/runtime/port-rewrite.ts';
import { type LocalCloud, startLocalCloud } from '../../../local/runtime/local-cloud.ts';
import type { AnswerSeen } from './answers-seen.ts';
import { lastingPorts } from './lasting-ports.ts';
import { type Control, localControl } from './local-control.ts';
import { gatherRoadCast, type RoadCast } from './road-cast.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** The day of the sample documents: on a later one they would be too old to stand for today's income. */
const openingAt = '2026-11-21T15:00:00Z';

export interface Road {
  cloud: LocalCloud;
  control: Control;
  cast: RoadCast;
  stateFolder: string;
  /** Every answer of the API to anybody of the cast, in order. */
  answers: AnswerSeen[];
  /** Ends the cloud and starts another on the same state and ports: who signs in is known by the issuer's address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A cloud of its own on free ports that last through a restart and a temporary folder, at the day of the samples, with the staff of one branch. */
export async function startRoad({ workers = 12 }: { workers?: number } = {}): Promise<Road> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'keyturn-road-'));
  const assembly = process.env['KEYTURN_ASSEMBLY'] ?? (await freshAssembly(root, () => undefined));
  const start = (ports: Partial<CloudPorts>) => startLocalCloud({ assembly, stateFolder, ports, workers });

  const answers: AnswerSeen[] = [];
  const cloud = await start(await lastingPorts());
  cloud.clock.moveTo(Date.parse(openingAt));
  const castOf = ({ urls }: LocalCloud) => gatherRoadCast(urls.api, answers);
  const road: Road = {
    cloud,
    control: localControl(cloud),
    cast: await castOf(cloud).catch(async (error: unknown) => {
      await cloud.stop();
      throw error;
    }),
    stateFolder,
    answers,
    async restart() {
      const { ports } = road.cloud;
      await road.cloud.stop();
      road.cloud = await start(ports);
      road.control = localControl(road.cloud);
      road.cast = await castOf(road.cloud);
    },
    async stop() {
      await road.cloud.stop();
      rmSync(stateFolder, { recursive: true, force: true });
    },
  };
  return road;
}
