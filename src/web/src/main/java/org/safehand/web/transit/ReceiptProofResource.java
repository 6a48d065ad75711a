package org.safehand.web.transit;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.safehand.custody.proof.EventProof;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.proof.ProveReceipt;
import org.safehand.web.door.Asks;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;

/** The proof that the custody log knows the receipt of a dispatch. */
@Path("/dispatches/{id}/receipt/proof")
public class ReceiptProofResource {
  private final Asking asking;
  private final ProveReceipt receipts;

  public ReceiptProofResource(Asking asking, ProveReceipt receipts) {
    this.asking = requireNonNull(asking, "asking is null");
    this.receipts = requireNonNull(receipts, "receipts is null");
  }

  @GET
  @Produces(EventProof.MEDIA_TYPE)
  @Asks(Operation.READ_LOG)
  public Response prove(@PathParam("id") String id) throws IOException {
    DispatchId dispatch = asking.understand(Operation.READ_LOG, () -> PathIds.dispatch(id));
    SealedBytes file = Asking.done(receipts.prove(asking.actor(), dispatch));
    return Response.ok(file.bytes(), EventProof.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.proof.json\"")
        .build();
  }
}
