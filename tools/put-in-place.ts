import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** How often another process may get there first before it is an error. */
const mostAttempts = 20;
const taken = new Set(['ENOTEMPTY', 'EEXIST']);

/**
 * Makes a folder whole or not at all: `write` fills a hidden sibling, which then takes the place of `target`. Several at
 * once do not see each other's files, and the last one stays. What `write` throws leaves `target` as it was.
 */
export async function putInPlace(target: string, write: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const own = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const fresh = join(own, 'fresh');
    await mkdir(fresh);
    await write(fresh);
    for (let attempt = 1; !(await swapped(target, fresh, join(own, `old-${attempt}`))); attempt += 1)
      if (attempt === mostAttempts) throw new Error(`${target} is replaced by others without end`);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function swapped(target: string, fresh: string, old: string): Promise<boolean> {
  await rename(target, old).catch(unless(new Set(['ENOENT'])));
  return await rename(fresh, target).then(
    () => true,
    (error: unknown) => {
      unless(taken)(error);
      return false;
    },
  );
}

function unless(codes: ReadonlySet<string>): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && codes.has(String(error.code)))) throw error;
  };
}
