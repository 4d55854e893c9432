import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { unavailable } from '../../shared/errors.ts';
import type { SyncDue } from '../contracts.ts';

/** Puts loans on the partner's queue, where its pace and its dead letters are. */
export type AskForSync = (due: SyncDue['detail']) => Promise<void>;

export const sqsAskForSync =
  (queueUrl: string, sqs = new SQSClient({})): AskForSync =>
  async (detail) => {
    const due: SyncDue = { 'detail-type': 'SyncDue', detail };
    try {
      await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(due) }));
    } catch (error) {
      throw unavailable('Unavailable', 'the queue did not take the message', {}, error);
    }
  };
