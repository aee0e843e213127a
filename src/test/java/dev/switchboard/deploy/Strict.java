package dev.switchboard.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads YAML, and what it says into types: a field that a type does not know is an error. */
final class Strict {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper TYPED =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .annotationIntrospector(new NothingBeside())
          .build();

  private Strict() {}

  static List<JsonNode> documents(String yaml) {
    try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
      return YAML.readValues(parser, JsonNode.class).readAll();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static <T> T read(JsonNode document, Class<T> type) {
    try {
      return TYPED.treeToValue(document, type);
    } catch (JsonProcessingException unknown) {
      throw new AssertionError(document.path("kind") + ": " + unknown.getMessage(), unknown);
    }
  }

  /** The models keep what they do not know; here they may not. */
  private static final class NothingBeside extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return Boolean.FALSE;
    }
  }
}
