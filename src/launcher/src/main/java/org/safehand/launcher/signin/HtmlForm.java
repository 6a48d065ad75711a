package org.safehand.launcher.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of a sign-in page.
 *
 * @param action where it is sent
 * @param fields its fields with their present values
 */
record HtmlForm(URI action, Map<String, String> fields) {
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);

  HtmlForm {
    requireNonNull(action, "action is null");
    fields = Map.copyOf(fields);
  }

  /** The first form of a page that posts somewhere. */
  static Optional<HtmlForm> first(String page, URI address) {
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      Optional<String> action = attribute(form.group(1), "action");
      if (action.isPresent()) {
        return Optional.of(new HtmlForm(address.resolve(action.get()), inputs(form.group(2))));
      }
    }
    return Optional.empty();
  }

  boolean asksFor(String field) {
    return fields.containsKey(field);
  }

  /** The form's content with these fields filled in. */
  String filled(Map<String, String> answers) {
    Map<String, String> content = new LinkedHashMap<>(fields);
    content.putAll(answers);
    return encoded(content);
  }

  /** As {@code application/x-www-form-urlencoded}. */
  static String encoded(Map<String, String> content) {
    return content.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Map<String, String> inputs(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(body);
    while (input.find()) {
      boolean checkbox = attribute(input.group(1), "type").orElse("").equals("checkbox");
      Optional<String> name = attribute(input.group(1), "name");
      if (name.isPresent() && !checkbox) {
        fields.put(name.get(), attribute(input.group(1), "value").orElse(""));
      }
    }
    return fields;
  }

  private static Optional<String> attribute(String tag, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return matcher.find()
        ? Optional.of(matcher.group(1).replace("&amp;", "&").replace("&#39;", "'"))
        : Optional.empty();
  }
}
