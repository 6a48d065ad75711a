package org.safehand.exchange.send;

import static java.util.Objects.requireNonNull;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.attachment.AttachmentImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.packaging.pack.SegmentSource;

/** Puts the package beside the Body, as the one other part of the message. */
final class PackagePart extends AbstractPhaseInterceptor<Message> {
  private final String contentId;
  private final DataSource content;

  PackagePart(String contentId, PackageRecipe recipe, SegmentSource source) {
    super(Phase.SETUP);
    this.contentId = requireNonNull(contentId, "contentId is null");
    this.content = new Content(contentId, recipe, source);
  }

  @Override
  public void handleMessage(Message message) {
    AttachmentImpl part = new AttachmentImpl(contentId, new DataHandler(content));
    part.setXOP(false);
    message.setAttachments(new ArrayList<>(List.of(part)));
  }

  private record Content(String name, PackageRecipe recipe, SegmentSource source)
      implements DataSource {
    @Override
    public InputStream getInputStream() {
      return new RecipeStream(recipe, source);
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("a package is only read");
    }

    @Override
    public String getContentType() {
      return "application/vnd.etsi.asic-e+zip";
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
