package io.eventwright.local.function;

import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/**
 * One function environment's own copy of the user's classes: they are looked for here first, so
 * that each environment has its own statics, as on AWS; third-party classes come from the parent,
 * once.
 */
final class ApplicationLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  ApplicationLoader(URL[] application, ClassLoader libraries) {
    super(application, libraries);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        try {
          loaded = findClass(name);
        } catch (ClassNotFoundException e) {
          loaded = getParent().loadClass(name);
        }
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }
}
