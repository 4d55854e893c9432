import autocannon from 'autocannon';
import { barePath } from './bench-assembly.ts';
import { type Figure, rounded } from './figure.ts';
import { openLoan, type Scene } from './scene.ts';

const secondsEach = 6;

/** One loan read by 1, 10 and 50 clients at once, each number of clients beside the bare function. */
export async function measureApi(scene: Scene): Promise<Figure[]> {
  const { loanId } = await openLoan(scene, 'bench-api@example.com');
  const { api } = scene.cloud.urls;
  const headers = { authorization: `Bearer ${scene.officerToken}` };
  const flood = async (path: string, connections: number, duration: number) => {
    const result = await autocannon({ url: `${api}${path}`, connections, duration, headers });
    if (result.non2xx + result.errors > 0)
      throw new Error(
        `${path}: ${result.non2xx} refused, ${result.errors} failed of ${result.requests.total}`,
      );
    return result;
  };
  const figures: Figure[] = [];
  for (const connections of [1, 10, 50]) {
    await flood(barePath, connections, 1);
    const bare = await flood(barePath, connections, secondsEach);
    await flood(`/v1/loans/${loanId}`, connections, 2);
    const ours = await flood(`/v1/loans/${loanId}`, connections, secondsEach);
    const who = `${connections} ${connections === 1 ? 'client' : 'clients'}`;
    for (const [what, { latency, requests }] of Object.entries({
      'bare function': bare,
      'GET a loan': ours,
    })) {
      const isOurs = what !== 'bare function';
      const against = (share: 'p50' | 'p99') =>
        isOurs ? { ratio: rounded(latency[share] / Math.max(1, bare.latency[share])) } : {};
      figures.push(
        { name: `${what}, ${who}, p50`, value: latency.p50, unit: 'ms', ...against('p50') },
        { name: `${what}, ${who}, p99`, value: latency.p99, unit: 'ms', ...against('p99') },
        { name: `${what}, ${who}`, value: rounded(requests.average), unit: 'requests/s' },
      );
    }
  }
  return figures;
}
