import type { Answer } from '../tools/client/keyturn-client.ts';
import { type Figure, median, rounded } from './figure.ts';
import { openLoan, type Scene } from './scene.ts';

/** What one request made its API function do; what others do of it later is not in here. */
export interface OperationUse {
  name: string;
  /** `<service>:<operation>` -> calls, of the last time. */
  calls: Record<string, number>;
  readUnits: number;
  writeUnits: number;
  /** Of the function alone, warm, one by one. */
  milliseconds: number[];
}

const times = 10;

/** Runs each operation several times with its function warm, and reads the meter after each. */
export async function useOfOperations(scene: Scene, count = times): Promise<OperationUse[]> {
  const { cast } = scene;
  const officer = cast['loan-officer'];
  const stamp = Date.now().toString(36);
  const loans = await Promise.all(
    Array.from({ length: count + 1 }, (_, index) => openLoan(scene, `bench-${stamp}-${index}@example.com`)),
  );
  const path = (index: number) => `/v1/loans/${loans[index]?.loanId ?? ''}`;
  const use = (name: string, functionName: string, run: (index: number) => Promise<Answer>) =>
    measure(scene, { name, functionName: `keyturn-local-${functionName}`, run, count });
  return [
    await use('GET a loan', 'loans-api', (index) => officer.get(path(index))),
    await use("GET an officer's pipeline", 'loans-api', () => officer.get('/v1/loans')),
    await use('GET what may happen to a loan', 'loans-api', (index) =>
      officer.get(`${path(index)}/transitions`),
    ),
    await use('POST a transition', 'loans-api', (index) =>
      officer.post(`${path(index)}/transitions/take-application`, {}),
    ),
    await use('POST a document', 'documents-api', (index) =>
      officer.post(`${path(index)}/documents`, {
        fileName: 'pay-stub.pdf',
        contentType: 'application/pdf',
        sizeBytes: 1000,
        sha256: Buffer.alloc(32, index + 1).toString('base64'),
        ownerContactId: loans[index]?.borrowerContactId,
      }),
    ),
    await use("GET a loan's documents", 'documents-api', (index) => officer.get(`${path(index)}/documents`)),
    await use('GET a verified income', 'income-api', (index) => officer.get(`${path(index)}/income`)),
  ];
}

interface Operation {
  name: string;
  functionName: string;
  run: (index: number) => Promise<Answer>;
  count: number;
}

async function measure(
  { cloud }: Scene,
  { name, functionName, run, count }: Operation,
): Promise<OperationUse> {
  const answered = async (index: number) => {
    const { status, body } = await run(index);
    if (status >= 300) throw new Error(`${name} was answered ${status}: ${JSON.stringify(body)}`);
  };
  await answered(count);
  const use: OperationUse = { name, calls: {}, readUnits: 0, writeUnits: 0, milliseconds: [] };
  for (let index = 0; index < count; index += 1) {
    await rest(cloud);
    cloud.meter.reset();
    await answered(index);
    const { callsByFunction, dynamodb, lambda } = cloud.meter.reading();
    use.calls = callsByFunction[functionName] ?? {};
    Object.assign(use, dynamodb.byFunction[functionName]);
    use.milliseconds.push(lambda[functionName]?.durationMs ?? 0);
  }
  return use;
}

/** What the request before set going would take the processor from this one: waits until no function has ended for a while. */
async function rest({ meter }: Scene['cloud']): Promise<void> {
  const ended = () =>
    Object.values(meter.reading().lambda).reduce((sum, { invocations }) => sum + invocations, 0);
  const until = performance.now() + 15_000;
  for (let before = -1; before !== ended() && performance.now() < until;) {
    before = ended();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

export async function measureOperations(scene: Scene): Promise<Figure[]> {
  const uses = await useOfOperations(scene);
  return uses.flatMap(({ name, calls, readUnits, writeUnits, milliseconds }) => [
    { name: `${name}, warm function`, value: rounded(median(milliseconds)), unit: 'ms' },
    {
      name: `${name}, read units`,
      value: readUnits,
      unit: 'RRU',
      note: Object.entries(calls)
        .map(([call, count]) => `${count} ${call}`)
        .join(', '),
    },
    { name: `${name}, write units`, value: writeUnits, unit: 'WRU' },
  ]);
}
