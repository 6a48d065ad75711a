/** The storage of a browser's tab, whose keys are its own properties as theirs are. */
export function storage() {
  const methods = {
    getItem(key) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(key, text) {
      this[key] = String(text);
    },
    removeItem(key) {
      delete this[key];
    },
  };
  return Object.create(methods);
}
