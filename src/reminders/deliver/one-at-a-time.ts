/** Runs pieces of work one after another, in the order asked; one that fails does not hold up the next. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * What reads and then writes by what it read must be one moment, though storage answers later. Work must not ask for
 * a turn inside its own: it would wait for itself.
 */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
