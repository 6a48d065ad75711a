package org.safehand.web.contract.planted;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** A servlet that web.xml does not know. */
@WebServlet("/annotated")
public final class Annotated extends HttpServlet {
  private static final long serialVersionUID = 1L;
}
