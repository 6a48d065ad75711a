// Files that the browser saves: nothing here shows a byte of them.

/** Has the browser save what is at `path` under the name that the gateway gives it, without leaving this page. */
export function saveFrom(path: string): void {
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
