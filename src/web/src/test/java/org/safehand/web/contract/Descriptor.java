package org.safehand.web.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** web.xml, read. */
final class Descriptor {
  private static final Path FILE = Path.of("src/main/webapp/WEB-INF/web.xml");

  private final Element root;

  private Descriptor(Element root) {
    this.root = root;
  }

  static Descriptor read() {
    return of(text());
  }

  static String text() {
    try {
      return Files.readString(FILE, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Descriptor of(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
      return new Descriptor(document.getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each as {@code name class address, address}, by name. */
  List<String> servlets() {
    return elements(root, "servlet").stream()
        .map(
            servlet -> {
              String name = text(servlet, "servlet-name");
              return name + " " + text(servlet, "servlet-class") + " " + addresses(name);
            })
        .sorted()
        .toList();
  }

  private String addresses(String servlet) {
    return String.join(
        ", ",
        elements(root, "servlet-mapping").stream()
            .filter(mapping -> text(mapping, "servlet-name").equals(servlet))
            .flatMap(mapping -> texts(mapping, "url-pattern").stream())
            .sorted()
            .toList());
  }

  /** Each as {@code name of role: address, address}, by name. */
  List<String> constraints() {
    return elements(root, "security-constraint").stream()
        .map(
            constraint -> {
              List<String> roles = texts(constraint, "role-name");
              return text(constraint, "web-resource-name")
                  + " of "
                  + (count(constraint, "auth-constraint") == 0
                      ? "everyone"
                      : String.join(", ", roles))
                  + ": "
                  + String.join(", ", texts(constraint, "url-pattern"));
            })
        .sorted()
        .toList();
  }

  /** How many elements of this name there are. */
  int count(String name) {
    return count(root, name);
  }

  /** What the elements of this name say, in their order. */
  List<String> texts(String name) {
    return texts(root, name);
  }

  private static int count(Element in, String name) {
    return elements(in, name).size();
  }

  private static String text(Element in, String name) {
    List<String> all = texts(in, name);
    if (all.size() != 1) {
      throw new IllegalArgumentException("not one " + name);
    }
    return all.get(0);
  }

  private static List<String> texts(Element in, String name) {
    return elements(in, name).stream().map(element -> element.getTextContent().strip()).toList();
  }

  private static List<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .toList();
  }
}
