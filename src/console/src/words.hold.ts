// The texts of holding transmissions and agencies back; part of words.ts.
export const holdWords = {
  reasonForm: {
    reason: 'Reason, for the custody log; no case content',
    none: 'Say why.',
    cancel: 'Cancel',
  },
  transit: {
    held: 'Waits: the agency is held back.',
    suspend: {
      open: 'Suspend',
      title: 'Suspend this dispatch',
      lead: 'Nothing of it is packaged, sent or handed out until a supervisor lets it go on.',
      button: 'Suspend',
      done: 'Suspended. It waits until a supervisor resumes it.',
    },
    resume: {
      open: 'Resume',
      title: 'Let this dispatch go on',
      lead: 'It goes on from where it was. What made the gateway suspend it is asked again; of what may have arrived the receipt is asked for first.',
      button: 'Resume',
      done: 'Resumed. It goes on by itself.',
    },
    withdraw: {
      title: 'Take the release back',
      lead: 'As long as nothing of it was sent or waits at an agency. The sealed version stays as it is and is final; it is not released again.',
      button: 'Take back',
      done: 'Taken back. Nothing of it was sent.',
    },
  },
  agencies: {
    lead: 'Where referrals are sent to. An administrator holds an agency back when its key, its address or its people cannot be trusted; a release supervisor lifts that.',
    agency: 'Agency',
    name: 'Name',
    country: 'Country',
    standing: 'Standing',
    receives: 'Receives',
    held: 'Held back',
    noneTitle: 'No agency is registered',
    none: 'An administrator proposes one, and a release supervisor approves it.',
    hold: {
      open: 'Hold back',
      title: 'Hold back',
      lead: 'From now on nothing is handed to any endpoint of this agency, on any node: nothing is packaged, sent or given out for pick-up. What is released to it waits. What is being sent this moment is left to settle.',
      button: 'Hold this agency back',
      done: 'Held back. A release supervisor lifts it.',
    },
    lift: {
      open: 'Lift',
      title: 'Lift the hold',
      lead: 'What waited goes on as it was. What a supervisor suspended one by one stays suspended.',
      button: 'Lift the hold',
      done: 'Lifted. What waited goes on by itself.',
    },
    heldBack: 'Held back: what you release to it waits.',
  },
};
