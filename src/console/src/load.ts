// Loading a value for a page: what is there, what went wrong, and loading it again.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, type Loaded } from './api';

export interface Load<T> {
  loaded: Loaded<T> | undefined;
  error: ApiError | undefined;
  again: () => void;
}

/** Calls `ask` at once and whenever `key` changes; an answer that comes too late is dropped. */
export function useLoad<T>(key: string, ask: () => Promise<Loaded<T>>): Load<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>();
  const [error, setError] = useState<ApiError>();
  const [round, setRound] = useState(0);
  const question = useRef(ask);
  question.current = ask;

  useEffect(() => {
    let wanted = true;
    question.current().then(
      (value) => {
        if (!wanted) return;
        setLoaded(value);
        setError(undefined);
      },
      (reason: unknown) => {
        if (wanted) setError(asApiError(reason));
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);

  const again = useCallback(() => setRound((n) => n + 1), []);
  return { loaded, error, again };
}

export function asApiError(reason: unknown): ApiError {
  return reason instanceof ApiError ? reason : new ApiError(0, 'console-fault', String(reason), '');
}
