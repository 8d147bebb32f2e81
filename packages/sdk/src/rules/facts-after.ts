/** What a draw did. */
export interface DrawnFacts {
  /** One opaque key per winner, never a phone. */
  readonly winnerKeys: readonly string[];
  readonly relatedWinners: number;
  readonly redraws: number;
  readonly criteriaPublished: boolean;
}

export interface PayoutFacts {
  /** Opaque key of the person. */
  readonly personKey: string;
  readonly valueKrw: number;
  readonly withheldKrw: number;
  /** The winner's name and number, which the statement to the tax office needs, are there. */
  readonly papers: boolean;
  /** Last day to pay what was withheld. */
  readonly payBy: string;
}

/** A line of the published list of winners, as people see it. */
export interface PublishedWinnerFacts {
  readonly text: string;
}

/** People who said yes or no to advertising. */
export interface ConsentFacts {
  /** Whom nobody has told the result of their consent, or of taking it back. */
  readonly unacknowledged: number;
  /** Day on which the first of them said so. */
  readonly firstOn: string;
}

export interface RemainderFacts {
  /** Entries whose name and phone can still be read. */
  readonly readableEntries: number;
}

/** A leak of personal data, or the possibility of one. */
export interface BreachFacts {
  readonly detectedAt: string;
  readonly people: number;
  readonly sensitive: boolean;
  readonly intrusion: boolean;
}
