package org.safehand.bench.dss;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Objects.requireNonNull;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.common.ContainerEntryDocument;
import eu.europa.esig.dss.asic.common.DSSZipEntry;
import eu.europa.esig.dss.asic.common.SecureContainerHandlerBuilder;
import eu.europa.esig.dss.asic.common.ZipUtils;
import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import org.safehand.bench.peer.SealingParty;

/** An ASiC-E container with CAdES-BASELINE-LT as DSS makes it, without a network. */
final class DssContainer {
  private final SealingParty party;
  private final ASiCWithCAdESService service;

  DssContainer(SealingParty party) {
    this.party = requireNonNull(party, "party is null");
    this.service = new ASiCWithCAdESService(verifier());
    service.setTspSource(
        (algorithm, digest) -> new TimestampBinary(party.stamp(algorithm.getOid(), digest)));
  }

  /**
   * Trusts the authorities, and asks them for their lists. The root alone would not do: DSS wants
   * to be told by a certificate where its issuer's list is published.
   */
  CommonCertificateVerifier verifier() {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    party.authorities().forEach(issuer -> trusted.addCertificate(new CertificateToken(issuer)));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setCrlSource((CRLSource) this::revocations);
    return verifier;
  }

  private CRLToken revocations(CertificateToken subject, CertificateToken issuer) {
    try {
      CRLToken token =
          new CRLToken(
              subject,
              CRLUtils.buildCRLValidity(
                  CRLUtils.buildCRLBinary(party.revocations(issuer.getCertificate())), issuer));
      token.setExternalOrigin(RevocationOrigin.EXTERNAL);
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes {@code container} of {@code exhibits}; nothing larger than an exhibit's part is in
   * memory.
   *
   * @param stored whether entries are not compressed; DSS compresses them unless it is told
   */
  void make(List<Path> exhibits, Path container, boolean stored) throws IOException {
    Path folder = requireNonNull(container.toAbsolutePath().getParent(), "no folder");
    TempFileResourcesHandlerBuilder files = new TempFileResourcesHandlerBuilder();
    files.setTempFileDirectory(folder.toFile());
    ZipUtils.getInstance()
        .setZipContainerHandlerBuilder(
            new SecureContainerHandlerBuilder().setResourcesHandlerBuilder(files));
    List<DSSDocument> documents =
        exhibits.stream().map(exhibit -> document(exhibit, stored)).toList();
    ASiCWithCAdESSignatureParameters parameters = parameters();
    byte[] signed = party.sign(service.getDataToSign(documents, parameters).getBytes());
    DSSDocument made =
        service.signDocument(
            documents, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA384, signed));
    if (!(made instanceof FileDocument file)) {
      throw new IOException("DSS made the container in memory");
    }
    Files.move(file.getFile().toPath(), container, ATOMIC_MOVE);
    files.clear();
  }

  private static DSSDocument document(Path exhibit, boolean stored) {
    DSSDocument file = new FileDocument(exhibit.toFile());
    if (!stored) {
      return file;
    }
    DSSZipEntry entry = new DSSZipEntry(file.getName());
    entry.setCompressionMethod(ZipEntry.STORED);
    return new ContainerEntryDocument(file, entry);
  }

  private ASiCWithCAdESSignatureParameters parameters() {
    ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
    parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
    parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_LT);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA384);
    parameters.setSigningCertificate(new CertificateToken(party.signer()));
    return parameters;
  }
}
