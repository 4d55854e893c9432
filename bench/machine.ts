import { cpus, loadavg, totalmem } from 'node:os';
import { rounded } from './figure.ts';

/** Where and when a section ran; nothing that names the machine. */
export interface Surroundings {
  at: string;
  node: string;
  cpus: number;
  memoryGib: number;
  /** One minute's load average when the section began: above the number of cores, times are of a busy machine. */
  loadAtStart: number;
}

export const loadNow = (): number => rounded(loadavg()[0] ?? 0);

export const surroundings = (): Surroundings => ({
  at: new Date().toISOString(),
  node: process.version,
  cpus: cpus().length,
  memoryGib: Math.round(totalmem() / 2 ** 30),
  loadAtStart: loadNow(),
});
