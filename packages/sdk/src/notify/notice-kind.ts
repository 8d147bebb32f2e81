/** `winner`: they have won. `reminder`: they have, and time runs out. */
export type NoticeKind = 'winner' | 'reminder';
