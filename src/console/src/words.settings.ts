// The texts of the page about settings; part of words.ts.
export const settingsWords = {
  settings: {
    lead: 'What the gateway goes by. An administrator proposes a change and a release supervisor approves it. Each can be tightened, and let out again as far as the design allows and no further.',
    setting: 'Setting',
    value: 'Now',
    least: 'At least',
    most: 'At most',
    revision: (revision: number) =>
      revision === 0 ? 'Nobody has changed any yet.' : `Changed ${revision} ${revision === 1 ? 'time' : 'times'} so far.`,
    changeTitle: 'Propose a change',
    changeLead:
      'Nothing changes before a release supervisor approves it. Then it counts within two seconds; a broken glass and a proposal keep the end that they began with.',
    range: (least: number, most: number) => `${least} to ${most}`,
    bad: (least: number, most: number) => `Give a whole number from ${least} to ${most}.`,
    changed: 'Somebody changed the settings while you were at it:',
  },
};
