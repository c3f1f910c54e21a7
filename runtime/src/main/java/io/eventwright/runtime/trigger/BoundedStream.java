package io.eventwright.runtime.trigger;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends with an error where there is more than was said: what is streamed must not fill the memory.
 */
final class BoundedStream extends FilterInputStream {
  private long left;

  BoundedStream(InputStream in, long maxBytes) {
    super(in);
    this.left = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int many = super.read(into, offset, length);
    count(Math.max(0, many));
    return many;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int many) throws IOException {
    left -= many;
    if (left < 0) {
      throw new IOException("there is more of the object than was said");
    }
  }
}
