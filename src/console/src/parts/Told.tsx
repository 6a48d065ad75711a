import { useEffect, useRef, type ReactNode } from 'react';

/** What became of an act; takes the focus, which was on a button that is gone. */
export function Told({ id, children }: { id: string; children: ReactNode }) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <p id={id} role="status" tabIndex={-1} ref={told}>
      {children}
    </p>
  );
}
