import { memoryStorage } from '../../support/memory-storage.ts';
import { storageContract } from './storage.contract.ts';

const storage = memoryStorage();
storageContract('memory', () => storage);
