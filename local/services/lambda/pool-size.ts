/** What an idle worker process keeps of its machine, with a bundle of usual size loaded. */
const BYTES_A_WORKER = 100 * 2 ** 20;
/** The rest of the machine is for the work itself and for everything else that runs on it. */
const SHARE_OF_MEMORY = 0.2;
const FEWEST = 8;
/** A loan's whole road passes through about so many functions; more processes would stand idle. */
const MOST = 24;

/** How many worker processes a machine keeps warm: with too few, each step of a road ends the process that the next one needs. */
export function poolSize(memoryBytes: number): number {
  return Math.min(MOST, Math.max(FEWEST, Math.floor((memoryBytes * SHARE_OF_MEMORY) / BYTES_A_WORKER)));
}

/** A process more than this of one function shares its core with all the others, and has been started for nothing. */
export function mostOfOneFunction(cores: number): number {
  return Math.max(4, 2 * cores);
}
