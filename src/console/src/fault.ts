// Where a form is at fault.
import { useEffect, useRef } from 'react';

/** What is wrong, by the id of the field, in the order of the page: what to do about it. */
export type FieldFaults = Record<string, string>;

/** Leads the keyboard to the first field that is at fault. */
export function useFocusAtFault(faults: FieldFaults): void {
  const told = useRef(faults);
  useEffect(() => {
    const id = Object.keys(faults)[0];
    if (told.current !== faults && id !== undefined) document.getElementById(id)?.focus();
    told.current = faults;
  }, [faults]);
}
