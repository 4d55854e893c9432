import type { LarEdit } from '../../edit.ts';
import { numberOf } from '../../numbers.ts';
import { isNotApplicableOrExempt } from '../../reported-words.ts';

const FOUR_TO_TWELVE_DIGITS = /^\d{4,12}$/;
const FOUR_TO_SEVEN_DIGITS = /^\d{4,7}$/;
const HIGHEST_IDENTIFIER = 3_000_000;

export const v695_3: LarEdit = {
  id: 'V695-3',
  kind: 'validity',
  text: 'NMLSR Identifier must be four to twelve digits.',
  from: 2025,
  through: 2025,
  fields: ['nmlsrIdentifier'],
  fails: ({ nmlsrIdentifier }) =>
    !isNotApplicableOrExempt(nmlsrIdentifier) && !FOUR_TO_TWELVE_DIGITS.test(nmlsrIdentifier),
};

export const v695_3From2026: LarEdit = {
  id: 'V695-3',
  kind: 'validity',
  text: 'NMLSR Identifier must be four to seven digits and must not exceed 3000000.',
  from: 2026,
  fields: ['nmlsrIdentifier'],
  fails: ({ nmlsrIdentifier }) =>
    !isNotApplicableOrExempt(nmlsrIdentifier) &&
    (!FOUR_TO_SEVEN_DIGITS.test(nmlsrIdentifier) || numberOf(nmlsrIdentifier) > HIGHEST_IDENTIFIER),
};
