package org.safehand.bench.digidoc4j;

import static java.util.Objects.requireNonNull;

import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.digidoc4j.Configuration;
import org.digidoc4j.Container;
import org.digidoc4j.ContainerBuilder;
import org.digidoc4j.DataToSign;
import org.digidoc4j.DigestAlgorithm;
import org.digidoc4j.SignatureBuilder;
import org.digidoc4j.SignatureProfile;
import org.digidoc4j.impl.asic.tsl.TSLCertificateSourceImpl;
import org.safehand.bench.peer.SealingParty;

/** An ASiC-E container with XAdES-BASELINE-LT as digidoc4j makes it, without a network. */
final class Digidoc4jContainer {
  private static final String MEDIA_TYPE = "application/octet-stream";

  private final SealingParty party;
  private final Configuration configuration = new Configuration(Configuration.Mode.TEST);

  Digidoc4jContainer(SealingParty party) {
    this.party = requireNonNull(party, "party is null");
    TSLCertificateSourceImpl trusted = new TSLCertificateSourceImpl();
    party.authorities().forEach(trusted::addTSLCertificate);
    TSPSource stamps =
        (algorithm, digest) -> new TimestampBinary(party.stamp(algorithm.getOid(), digest));
    OCSPSource responses = this::response;
    configuration.setTSL(trusted);
    configuration.setSignatureTspSourceFactory(() -> stamps);
    configuration.setSigningOcspSourceFactory(() -> responses);
  }

  Configuration configuration() {
    return configuration;
  }

  private OCSPToken response(CertificateToken subject, CertificateToken issuer) {
    try {
      BasicOCSPResp response =
          (BasicOCSPResp)
              new OCSPResp(party.response(subject.getCertificate(), issuer.getCertificate()))
                  .getResponseObject();
      return new OCSPToken(response, response.getResponses()[0], subject, issuer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OCSPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes {@code container} of {@code exhibits}; digidoc4j compresses them. */
  void make(List<Path> exhibits, Path container) {
    ContainerBuilder builder =
        ContainerBuilder.aContainer(Container.DocumentType.ASICE).withConfiguration(configuration);
    exhibits.forEach(exhibit -> builder.withDataFile(exhibit.toFile(), MEDIA_TYPE));
    Container made = builder.build();
    DataToSign data =
        SignatureBuilder.aSignature(made)
            .withSigningCertificate(party.signer())
            .withSignatureProfile(SignatureProfile.LT)
            .withSignatureDigestAlgorithm(DigestAlgorithm.SHA384)
            .buildDataToSign();
    made.addSignature(data.finalize(party.sign(data.getDataToSign())));
    made.saveAsFile(container.toString());
  }
}
