package org.safehand.referral.port;

import org.safehand.referral.port.contract.AnchorsContract;
import org.safehand.referral.port.contract.BindingsContract;
import org.safehand.referral.port.contract.CaseKeysContract;
import org.safehand.referral.port.contract.CustodyRecorderContract;
import org.safehand.referral.port.contract.DispatchesContract;
import org.safehand.referral.port.contract.DutyRosterContract;
import org.safehand.referral.port.contract.EvidenceVaultContract;
import org.safehand.referral.port.contract.ExtractsContract;
import org.safehand.referral.port.contract.GlassesContract;
import org.safehand.referral.port.contract.HoldsContract;
import org.safehand.referral.port.contract.IdempotencyContract;
import org.safehand.referral.port.contract.KeyChallengesContract;
import org.safehand.referral.port.contract.LogStandingContract;
import org.safehand.referral.port.contract.OpeningsContract;
import org.safehand.referral.port.contract.OutboxContract;
import org.safehand.referral.port.contract.ProposalsContract;
import org.safehand.referral.port.contract.ReferralsContract;
import org.safehand.referral.port.contract.RegistriesContract;
import org.safehand.referral.port.contract.SessionEndsContract;
import org.safehand.referral.port.contract.SettingsContract;
import org.safehand.referral.port.contract.StepUpsContract;
import org.safehand.referral.port.contract.UnitOfWorkContract;

class InMemoryPortsTest
    implements UnitOfWorkContract,
        ReferralsContract,
        DispatchesContract,
        EvidenceVaultContract,
        CaseKeysContract,
        OpeningsContract,
        OutboxContract,
        CustodyRecorderContract,
        ExtractsContract,
        IdempotencyContract,
        StepUpsContract,
        SessionEndsContract,
        KeyChallengesContract,
        GlassesContract,
        HoldsContract,
        AnchorsContract,
        BindingsContract,
        DutyRosterContract,
        ProposalsContract,
        RegistriesContract,
        SettingsContract,
        LogStandingContract {
  private final InMemoryPorts ports = new InMemoryPorts();

  @Override
  public InMemoryPorts ports() {
    return ports;
  }
}
