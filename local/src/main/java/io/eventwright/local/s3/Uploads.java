package io.eventwright.local.s3;

import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multipart uploads: the object is there when the last call says so, and not before. */
final class Uploads {
  private static final int SMALLEST_PART = 5 * 1024 * 1024;
  private static final Pattern PART =
      Pattern.compile("<PartNumber>\\s*(\\d{1,5})\\s*</PartNumber>");

  private final Buckets buckets;
  private final Map<String, Upload> open = new ConcurrentHashMap<>();

  Uploads(Buckets buckets) {
    this.buckets = buckets;
  }

  private record Upload(
      String bucket,
      String key,
      String contentType,
      Map<String, String> metadata,
      NavigableMap<Integer, byte[]> parts) {}

  AwsResponse handle(AwsRequest request, String bucket, String key, Map<String, String> query) {
    if (query.containsKey("uploads") && request.method().equals("POST")) {
      return begin(request, bucket, key);
    }
    String id = query.getOrDefault("uploadId", "");
    Upload upload = open.get(id);
    if (upload == null || !upload.bucket().equals(bucket) || !upload.key().equals(key)) {
      throw new S3Fault(404, "NoSuchUpload", "The specified upload does not exist.");
    }
    return switch (request.method()) {
      case "PUT" -> part(request, upload, query.getOrDefault("partNumber", ""));
      case "POST" -> complete(request, upload, id);
      case "DELETE" -> {
        open.remove(id);
        yield new AwsResponse(204, Map.of(), new byte[0]);
      }
      default -> throw new S3Fault(501, "NotImplemented", "ListParts is not here");
    };
  }

  private AwsResponse begin(AwsRequest request, String bucket, String key) {
    buckets.in(bucket);
    String id = UUID.randomUUID().toString();
    open.put(
        id,
        new Upload(
            bucket,
            key,
            S3Service.contentType(request),
            S3Service.metadata(request),
            new ConcurrentSkipListMap<>()));
    return Xml.answer(
        "InitiateMultipartUploadResult",
        Xml.element("Bucket", bucket) + Xml.element("Key", key) + Xml.element("UploadId", id));
  }

  private static AwsResponse part(AwsRequest request, Upload upload, String number) {
    if (!number.matches("[1-9]\\d{0,3}|10000")) {
      throw new S3Fault(400, "InvalidArgument", "Part number must be from 1 to 10000");
    }
    byte[] content = ChunkedBody.of(request);
    upload.parts().put(Integer.parseInt(number), content);
    return new AwsResponse(
        200, Map.of("ETag", "\"" + StoredObject.md5(content) + "\""), new byte[0]);
  }

  private AwsResponse complete(AwsRequest request, Upload upload, String id) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    Matcher part = PART.matcher(new String(request.body(), StandardCharsets.UTF_8));
    int parts = 0;
    byte[] before = null;
    while (part.find()) {
      byte[] bytes = upload.parts().get(Integer.parseInt(part.group(1)));
      if (bytes == null) {
        throw new S3Fault(400, "InvalidPart", "One or more of the parts could not be found.");
      }
      if (before != null && before.length < SMALLEST_PART) {
        throw new S3Fault(400, "EntityTooSmall", "A part but the last has less than 5 MiB.");
      }
      content.writeBytes(bytes);
      digests.writeBytes(HexFormat.of().parseHex(StoredObject.md5(bytes)));
      before = bytes;
      parts++;
    }
    if (parts == 0) {
      throw new S3Fault(400, "MalformedXML", "There are no parts.");
    }
    StoredObject object =
        new StoredObject(
            content.toByteArray(),
            StoredObject.md5(digests.toByteArray()) + "-" + parts,
            upload.contentType(),
            upload.metadata(),
            Instant.now());
    buckets.put(
        upload.bucket(), upload.key(), object, Conditions.of(request), "CompleteMultipartUpload");
    open.remove(id);
    return Xml.answer(
        "CompleteMultipartUploadResult",
        Xml.element("Bucket", upload.bucket())
            + Xml.element("Key", upload.key())
            + Xml.element("ETag", S3Service.quoted(object)));
  }
}
