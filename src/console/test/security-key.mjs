// A security key (WebAuthn) that needs no hand: Chromium's own virtual authenticator.

/** A security key that this page can use: it proves that its owner is there, and who they are. */
export async function plugSecurityKey(page) {
  page.on('dialog', (dialog) => dialog.accept('a synthetic key'));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: false,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Does something with another key in its place, which knows nothing of the person. */
    swappedFor: async (action) => {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
      await devtools.send('WebAuthn.clearCredentials', { authenticatorId });
      const result = await action();
      for (const credential of credentials) {
        await devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
      }
      return result;
    },
  };
}
