package io.eventwright.generator.render;

import java.io.Reader;
import java.io.StringReader;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Lets Velocity's {@code #parse} find templates in the catalogue, and nowhere else. */
final class CatalogueLoader extends ResourceLoader {

  private final TemplateCatalogue catalogue;

  CatalogueLoader(TemplateCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void init(ExtProperties configuration) {
    // Everything it needs comes through the constructor.
  }

  @Override
  public Reader getResourceReader(String path, String encoding) {
    return new StringReader(
        catalogue
            .find(path)
            .orElseThrow(() -> new ResourceNotFoundException("no template " + path))
            .text());
  }

  @Override
  public boolean isSourceModified(Resource resource) {
    return false;
  }

  @Override
  public long getLastModified(Resource resource) {
    return 0;
  }
}
