import { apiReaders } from './api-readers.ts';
import { computeReaders } from './compute-readers.ts';
import { dataReaders } from './data-readers.ts';
import type { LiveResource } from './live-stacks.ts';
import { matches } from './matches.ts';
import { messageReaders } from './message-readers.ts';
import { peopleReaders } from './people-readers.ts';
import type { Connection } from './reader.ts';

export interface ReadBack {
  /** `AWS::SQS::Queue RedrivePolicy`, with the resources where it is not what the template asks for. */
  lost: Record<string, string[]>;
  resourcesRead: number;
  propertiesCompared: number;
}

/** Reads every resource whose type has a reader and holds what is there against its template. */
export async function readBack(
  connection: Connection,
  resources: readonly LiveResource[],
): Promise<ReadBack> {
  const readers = {
    ...dataReaders(connection),
    ...computeReaders(connection),
    ...messageReaders(connection),
    ...peopleReaders(connection),
    ...apiReaders(connection),
  };
  const lost: Record<string, string[]> = {};
  let resourcesRead = 0;
  let propertiesCompared = 0;
  for (const { stack, id, type, physicalId, asked, properties } of resources) {
    const read = readers[type];
    if (read === undefined) continue;
    const live = await read(physicalId, properties).catch((error: unknown) => {
      throw new Error(`${stack} ${id} (${type} ${physicalId}) cannot be read`, { cause: error });
    });
    resourcesRead += 1;
    for (const [path, value] of Object.entries(live)) {
      const wanted = at(asked, path);
      if (wanted === undefined) continue;
      propertiesCompared += 1;
      if (!matches(wanted, value)) (lost[`${type} ${path}`] ??= []).push(`${stack} ${id}`);
    }
  }
  return { lost, resourcesRead, propertiesCompared };
}

/** `Replicas.ResourcePolicy`: of a list, the first (one region). */
function at(properties: Record<string, unknown>, path: string): unknown {
  let value: unknown = properties;
  for (const name of path.split('.')) {
    const holder: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof holder !== 'object' || holder === null) return undefined;
    value = (holder as Record<string, unknown>)[name];
  }
  return value;
}
