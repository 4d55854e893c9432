import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsService } from '../../local/services/kms/shell.ts';
import type { Json } from '../../local/services/service.ts';
import { engineContext } from './engine-context.ts';
import { serveService } from './serve-service.ts';

/** The KMS of the local cloud behind the real client, with the keys that each test names: `{ pii: {}, mac: { KeySpec … } }`. */
export async function localKms(
  keys: Record<string, Record<string, Json>>,
): Promise<{ kms: KMSClient; close(): Promise<void> }> {
  const service = createKmsService(engineContext());
  for (const [ref, properties] of Object.entries(keys))
    service.provision({
      stack: 'test',
      logicalId: ref,
      type: 'AWS::KMS::Key',
      properties,
      ref,
      attributes: {},
    });
  const served = await serveService(service);
  const kms = new KMSClient(served.client);
  return {
    kms,
    close: async () => {
      kms.destroy();
      await served.close();
    },
  };
}
