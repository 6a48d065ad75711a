package org.safehand.launcher.authority;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.safehand.launcher.keyfile.Identity;

/** Answers RFC 3161 requests. Not for production: its clock is the machine's. */
public final class TimeStamps {
  /** The policy of this authority; an OID under ITU-T X.667, which needs no registration. */
  public static final String POLICY = "2.25.206830316214934264463064110783374281205";

  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());
  private static final int SERIAL_BITS = 64;

  private final TimeStampResponseGenerator generator;
  private final SecureRandom random;
  private final Clock clock;

  public TimeStamps(
      Identity signer, BouncyCastleProvider provider, SecureRandom random, Clock clock)
      throws GeneralSecurityException {
    this.random = requireNonNull(random, "random is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.generator = new TimeStampResponseGenerator(tokens(signer, provider), DIGESTS);
  }

  /** The encoded answer to an encoded request; a refusal is an answer too. */
  public synchronized byte[] answer(byte[] request) throws IOException {
    try {
      return generator
          .generateGrantedResponse(
              new TimeStampRequest(request),
              new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
              Date.from(clock.instant()))
          .getEncoded();
    } catch (TSPException e) {
      return rejection(e);
    }
  }

  private byte[] rejection(TSPException reason) throws IOException {
    try {
      return generator.generateRejectedResponse(reason).getEncoded();
    } catch (TSPException e) {
      throw new IOException(e);
    }
  }

  private static TimeStampTokenGenerator tokens(Identity signer, BouncyCastleProvider provider)
      throws GeneralSecurityException {
    try {
      DigestCalculatorProvider digests =
          new JcaDigestCalculatorProviderBuilder().setProvider(provider).build();
      DigestCalculator sha256 =
          digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .setProvider(provider)
                  .build("SHA384withECDSA", signer.key(), signer.certificate()),
              sha256,
              new ASN1ObjectIdentifier(POLICY));
      tokens.setAccuracySeconds(1);
      tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
      tokens.addCertificates(new JcaCertStore(signer.chain()));
      return tokens;
    } catch (OperatorCreationException | TSPException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
