import type { Cast } from './cast.ts';
import type { Environment } from './environment.ts';

/** What a behaviour of the suite is given. */
export interface Scene {
  cast: Cast;
  environment: Environment;
}

export type Behaviours = Record<string, (scene: Scene) => Promise<void>>;
