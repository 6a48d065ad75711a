package org.safehand.store.contract;

import org.junit.jupiter.api.Nested;
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
import org.safehand.referral.port.contract.Ports;
import org.safehand.referral.port.contract.ProposalsContract;
import org.safehand.referral.port.contract.ReferralsContract;
import org.safehand.referral.port.contract.RegistriesContract;
import org.safehand.referral.port.contract.SessionEndsContract;
import org.safehand.referral.port.contract.SettingsContract;
import org.safehand.referral.port.contract.StepUpsContract;
import org.safehand.referral.port.contract.UnitOfWorkContract;

/** The same contracts that the kernel's in-memory fakes keep. */
class StoreContractTest {

  @Nested
  class OfAnchors implements AnchorsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfBindings implements BindingsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfLogStanding implements LogStandingContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfCaseKeys implements CaseKeysContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfCustodyRecorder implements CustodyRecorderContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfDispatches implements DispatchesContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfDutyRoster implements DutyRosterContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfEvidenceVault implements EvidenceVaultContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfExtracts implements ExtractsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfGlasses implements GlassesContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfHolds implements HoldsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfIdempotency implements IdempotencyContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfKeyChallenges implements KeyChallengesContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfOpenings implements OpeningsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfOutbox implements OutboxContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfProposals implements ProposalsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfReferrals implements ReferralsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfRegistries implements RegistriesContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfSessionEnds implements SessionEndsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfSettings implements SettingsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfStepUps implements StepUpsContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }

  @Nested
  class OfUnitOfWork implements UnitOfWorkContract {
    @Override
    public Ports ports() {
      return StorePorts.SHARED;
    }
  }
}
