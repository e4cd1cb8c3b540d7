package io.jaegertracing.operator.http.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The blocks of a PEM file: each with the word after BEGIN and its content. */
record Pem(String type, String body) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  /** The headers of an old encrypted key are no base64 either, by their colons. */
  Pem {
    Base64.getDecoder().decode(body);
  }

  /** Throws IllegalArgumentException where a block has no end or is not base64. */
  static List<Pem> blocks(String text) {
    var blocks = new ArrayList<Pem>();
    var from = text.indexOf(BEGIN);
    while (from >= 0) {
      var typeEnd = text.indexOf(DASHES, from + BEGIN.length());
      if (typeEnd < 0) {
        throw new IllegalArgumentException("a BEGIN line is cut off");
      }
      var type = text.substring(from + BEGIN.length(), typeEnd);
      var bodyEnd = text.indexOf("-----END " + type + DASHES, typeEnd);
      if (bodyEnd < 0) {
        throw new IllegalArgumentException("the block " + printable(type) + " has no END line");
      }
      blocks.add(new Pem(
          type, text.substring(typeEnd + DASHES.length(), bodyEnd).replaceAll("\\s++", "")));
      from = text.indexOf(BEGIN, bodyEnd);
    }
    return blocks;
  }

  byte[] der() {
    return Base64.getDecoder().decode(body);
  }

  private static String printable(String type) {
    return type.matches("[A-Z0-9 ]{1,40}") ? type : "?";
  }
}
