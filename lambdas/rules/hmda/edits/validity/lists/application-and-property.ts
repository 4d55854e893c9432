import type { LarEdit } from '../../../edit.ts';
import { v600 } from '../v600.ts';
import { v608_1 } from '../v608-1.ts';
import { v608_2 } from '../v608-2.ts';
import { v609 } from '../v609.ts';
import { v610_1 } from '../v610-1.ts';
import { v610_2 } from '../v610-2.ts';
import { v611 } from '../v611.ts';
import { v612_1 } from '../v612-1.ts';
import { v612_2 } from '../v612-2.ts';
import { v613_1 } from '../v613-1.ts';
import { v613_2 } from '../v613-2.ts';
import { v613_3 } from '../v613-3.ts';
import { v613_4 } from '../v613-4.ts';
import { v614_1 } from '../v614-1.ts';
import { v614_2 } from '../v614-2.ts';
import { v614_3 } from '../v614-3.ts';
import { v614_4 } from '../v614-4.ts';
import { v615_1 } from '../v615-1.ts';
import { v615_2 } from '../v615-2.ts';
import { v615_3 } from '../v615-3.ts';
import { v616 } from '../v616.ts';
import { v617 } from '../v617.ts';
import { v618 } from '../v618.ts';
import { v619_1 } from '../v619-1.ts';
import { v619_2 } from '../v619-2.ts';
import { v619_3 } from '../v619-3.ts';
import { v620 } from '../v620.ts';
import { v621 } from '../v621.ts';
import { v622 } from '../v622.ts';
import { v623 } from '../v623.ts';
import { v624 } from '../v624.ts';
import { v625_1 } from '../v625-1.ts';
import { v625_2 } from '../v625-2.ts';
import { v626 } from '../v626.ts';
import { v627 } from '../v627.ts';

/** The register’s identifiers, application, action taken and property location: V600 to V627. */
export const applicationAndPropertyEdits: readonly LarEdit[] = [
  v600,
  v608_1,
  v608_2,
  v609,
  v610_1,
  v610_2,
  v611,
  v612_1,
  v612_2,
  v613_1,
  v613_2,
  v613_3,
  v613_4,
  v614_1,
  v614_2,
  v614_3,
  v614_4,
  v615_1,
  v615_2,
  v615_3,
  v616,
  v617,
  v618,
  v619_1,
  v619_2,
  v619_3,
  v620,
  v621,
  v622,
  v623,
  v624,
  v625_1,
  v625_2,
  v626,
  v627,
];
