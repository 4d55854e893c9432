import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { movableClock } from '../../../local/runtime/clock.ts';
import { clockScheduler } from '../../../local/runtime/scheduler.ts';

const standing = (): number => 1_000_000;
const soon = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 20));

describe('the movable clock', () => {
  it('advances, moves to an instant and comes back', () => {
    const clock = movableClock(undefined, standing);
    clock.advance(5_000);
    expect(clock.now()).toBe(1_005_000);
    clock.moveTo(2_000_000);
    expect(clock.now()).toBe(2_000_000);
    clock.reset();
    expect(clock.now()).toBe(1_000_000);
  });

  it('remembers its offset in a file', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'keyturn-clock-')), 'clock');
    movableClock(path, standing).advance(86_400_000);
    expect(movableClock(path, standing).now()).toBe(87_400_000);
  });
});

describe('the scheduler', () => {
  it('runs a timer of tomorrow as soon as the clock is moved past it, in order of the instants', async () => {
    const clock = movableClock(undefined, standing);
    const scheduler = clockScheduler(clock, () => undefined);
    const ran: string[] = [];
    scheduler.at(1_000_000 + 86_400_000, () => void ran.push('tomorrow'));
    scheduler.at(1_000_000 + 3_600_000, () => void ran.push('in an hour'));
    scheduler.at(1_000_000 + 40 * 86_400_000, () => void ran.push('in forty days'));
    await soon();
    expect(ran).toEqual([]);
    clock.advance(2 * 86_400_000);
    await soon();
    expect(ran).toEqual(['in an hour', 'tomorrow']);
    scheduler.stop();
  });

  it('never runs a cancelled timer and hands over what a timer throws', async () => {
    const errors: unknown[] = [];
    const scheduler = clockScheduler(movableClock(undefined, standing), (error) => void errors.push(error));
    const ran: string[] = [];
    scheduler.at(0, () => void ran.push('cancelled')).cancel();
    scheduler.at(0, () => {
      throw new Error('broken');
    });
    await soon();
    expect(ran).toEqual([]);
    expect(errors).toEqual([new Error('broken')]);
  });
});
