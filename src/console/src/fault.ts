// Where a form is at fault.
import { useEffect, useRef } from 'react';

/** What is wrong, by the id of the field, in the order of the page: what to do about it. */
export type FieldFaults = Record<string, string>;

/** Leads the keyboard to the first field that is at fault, whose id `first` tells where the faults are not by id. */
export function useFocusAtFault<F extends object>(faults: F, first: (faults: F) => string | undefined = firstOf): void {
  const told = useRef(faults);
  useEffect(() => {
    const id = first(faults);
    if (told.current !== faults && id !== undefined) document.getElementById(id)?.focus();
    told.current = faults;
  }, [faults]);
}

function firstOf(faults: object): string | undefined {
  return Object.keys(faults)[0];
}
