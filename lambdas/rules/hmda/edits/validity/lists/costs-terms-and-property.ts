import type { LarEdit } from '../../../edit.ts';
import { v672_1 } from '../v672-1.ts';
import { v672_2 } from '../v672-2.ts';
import { v672_3 } from '../v672-3.ts';
import { v672_4 } from '../v672-4.ts';
import { v672_5 } from '../v672-5.ts';
import { v672_6 } from '../v672-6.ts';
import { v673_1 } from '../v673-1.ts';
import { v673_2 } from '../v673-2.ts';
import { v673_3 } from '../v673-3.ts';
import { v673_4 } from '../v673-4.ts';
import { v673_5 } from '../v673-5.ts';
import { v674_1 } from '../v674-1.ts';
import { v674_2 } from '../v674-2.ts';
import { v674_3 } from '../v674-3.ts';
import { v674_4 } from '../v674-4.ts';
import { v674_5 } from '../v674-5.ts';
import { v675_1 } from '../v675-1.ts';
import { v675_2 } from '../v675-2.ts';
import { v675_3 } from '../v675-3.ts';
import { v675_4 } from '../v675-4.ts';
import { v675_5 } from '../v675-5.ts';
import { v676_1 } from '../v676-1.ts';
import { v676_2 } from '../v676-2.ts';
import { v676_3 } from '../v676-3.ts';
import { v676_4 } from '../v676-4.ts';
import { v676_5 } from '../v676-5.ts';
import { v677_1 } from '../v677-1.ts';
import { v677_2 } from '../v677-2.ts';
import { v678_1 } from '../v678-1.ts';
import { v678_2 } from '../v678-2.ts';
import { v678_3 } from '../v678-3.ts';
import { v678_4 } from '../v678-4.ts';
import { v678_5 } from '../v678-5.ts';
import { v679_1 } from '../v679-1.ts';
import { v679_2 } from '../v679-2.ts';
import { v679_3 } from '../v679-3.ts';
import { v680_1 } from '../v680-1.ts';
import { v680_2 } from '../v680-2.ts';
import { v681_1 } from '../v681-1.ts';
import { v681_2 } from '../v681-2.ts';
import { v682_1 } from '../v682-1.ts';
import { v682_2 } from '../v682-2.ts';
import { v683 } from '../v683.ts';
import { v684 } from '../v684.ts';
import { v685 } from '../v685.ts';
import { v686 } from '../v686.ts';
import { v687 } from '../v687.ts';
import { v688_1 } from '../v688-1.ts';
import { v688_2 } from '../v688-2.ts';
import { v689_1 } from '../v689-1.ts';
import { v689_2 } from '../v689-2.ts';
import { v689_3 } from '../v689-3.ts';
import { v690_1 } from '../v690-1.ts';
import { v690_2 } from '../v690-2.ts';
import { v690_3 } from '../v690-3.ts';
import { v691 } from '../v691.ts';
import { v692_1 } from '../v692-1.ts';
import { v692_2 } from '../v692-2.ts';
import { v692_3 } from '../v692-3.ts';
import { v693_1 } from '../v693-1.ts';
import { v693_2 } from '../v693-2.ts';
import { v693_3 } from '../v693-3.ts';
import { v694_1 } from '../v694-1.ts';
import { v694_2 } from '../v694-2.ts';
import { v694_3 } from '../v694-3.ts';
import { v695_1 } from '../v695-1.ts';
import { v695_2 } from '../v695-2.ts';
import { v695_3, v695_3From2026 } from '../v695-3.ts';

/** Costs, terms, property, application channel and originator: V672 to V695. */
export const costsTermsAndPropertyEdits: readonly LarEdit[] = [
  v672_1,
  v672_2,
  v672_3,
  v672_4,
  v672_5,
  v672_6,
  v673_1,
  v673_2,
  v673_3,
  v673_4,
  v673_5,
  v674_1,
  v674_2,
  v674_3,
  v674_4,
  v674_5,
  v675_1,
  v675_2,
  v675_3,
  v675_4,
  v675_5,
  v676_1,
  v676_2,
  v676_3,
  v676_4,
  v676_5,
  v677_1,
  v677_2,
  v678_1,
  v678_2,
  v678_3,
  v678_4,
  v678_5,
  v679_1,
  v679_2,
  v679_3,
  v680_1,
  v680_2,
  v681_1,
  v681_2,
  v682_1,
  v682_2,
  v683,
  v684,
  v685,
  v686,
  v687,
  v688_1,
  v688_2,
  v689_1,
  v689_2,
  v689_3,
  v690_1,
  v690_2,
  v690_3,
  v691,
  v692_1,
  v692_2,
  v692_3,
  v693_1,
  v693_2,
  v693_3,
  v694_1,
  v694_2,
  v694_3,
  v695_1,
  v695_2,
  v695_3,
  v695_3From2026,
];
