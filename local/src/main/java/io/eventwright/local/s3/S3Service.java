package io.eventwright.local.s3;

import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S3's API, path style: Put, Get with ranges, Head, Delete, ListObjectsV2 and multipart uploads,
 * each with its conditions.
 */
public final class S3Service implements AwsService {
  private static final int LONGEST_KEY = 1024;
  private static final int MOST_LISTED = 1000;
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");
  private static final String META = "x-amz-meta-";

  private final Buckets buckets;
  private final Uploads uploads;

  /** For those buckets. */
  public S3Service(Buckets buckets) {
    this.buckets = buckets;
    this.uploads = new Uploads(buckets);
  }

  @Override
  public AwsResponse handle(AwsRequest request) {
    try {
      return answer(request);
    } catch (S3Fault fault) {
      return fault.response(request.method().equals("HEAD"));
    }
  }

  private AwsResponse answer(AwsRequest request) {
    String[] parts = decoded(request.path()).substring(1).split("/", 2);
    String bucket = parts[0];
    String key = parts.length < 2 ? "" : parts[1];
    Map<String, String> query = query(request.query());
    if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw new S3Fault(400, "KeyTooLongError", "Your key is too long");
    }
    if (key.isEmpty()) {
      return bucket(request, bucket, query);
    }
    if (query.containsKey("uploads") || query.containsKey("uploadId")) {
      return uploads.handle(request, bucket, key, query);
    }
    return switch (request.method()) {
      case "PUT" -> put(request, bucket, key);
      case "GET" -> get(request, buckets.get(bucket, key));
      case "HEAD" -> head(request, buckets.get(bucket, key));
      case "DELETE" -> {
        if (buckets.isLocked(bucket)) {
          throw query.containsKey("versionId")
              ? new S3Fault(
                  403, "AccessDenied", "Access Denied because object protected by object lock.")
              : new S3Fault(501, "NotImplemented", "Delete markers are not here");
        }
        buckets.in(bucket).remove(key);
        yield new AwsResponse(204, Map.of(), new byte[0]);
      }
      default -> throw notHere(request);
    };
  }

  private AwsResponse bucket(AwsRequest request, String bucket, Map<String, String> query) {
    if (bucket.isEmpty() && request.method().equals("GET")) {
      return listBuckets();
    }
    if (request.method().equals("HEAD")) {
      buckets.in(bucket);
      return new AwsResponse(200, Map.of(), new byte[0]);
    }
    if (request.method().equals("GET") && "2".equals(query.get("list-type"))) {
      return list(bucket, query);
    }
    throw notHere(request);
  }

  private static S3Fault notHere(AwsRequest request) {
    return new S3Fault(
        501, "NotImplemented", request.method() + " " + request.path() + " is not here");
  }

  private AwsResponse put(AwsRequest request, String bucket, String key) {
    if (!request.header("x-amz-copy-source").isEmpty()) {
      throw new S3Fault(501, "NotImplemented", "CopyObject is not here");
    }
    if (buckets.isLocked(bucket)) {
      requireChecksum(request);
    }
    byte[] content = ChunkedBody.of(request);
    StoredObject object =
        new StoredObject(
            content,
            StoredObject.md5(content),
            contentType(request),
            metadata(request),
            Instant.now());
    buckets.put(bucket, key, object, Conditions.of(request), "PutObject");
    return new AwsResponse(200, Map.of("ETag", quoted(object)), new byte[0]);
  }

  /** As the service says it (Amazon S3 API, PutObject, "Content-MD5"). */
  private static void requireChecksum(AwsRequest request) {
    boolean summed =
        request.headers().keySet().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(
                name ->
                    name.equals("content-md5")
                        || name.startsWith("x-amz-checksum-")
                        || name.equals("x-amz-trailer"));
    if (!summed) {
      throw new S3Fault(
          400,
          "InvalidRequest",
          "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with"
              + " Object Lock parameters");
    }
  }

  static String contentType(AwsRequest request) {
    String type = request.header("content-type");
    return type.isEmpty() ? "binary/octet-stream" : type;
  }

  static Map<String, String> metadata(AwsRequest request) {
    Map<String, String> metadata = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (name.startsWith(META)) {
                metadata.put(name, values.get(0));
              }
            });
    return metadata;
  }

  private static AwsResponse get(AwsRequest request, StoredObject object) {
    Conditions.of(request).requireForGet(object);
    Map<String, String> headers = headers(object);
    Matcher range = RANGE.matcher(request.header("range"));
    if (!range.matches()) {
      return new AwsResponse(200, headers, object.content());
    }
    int size = object.content().length;
    boolean last = range.group(1).isEmpty();
    long from = last ? Math.max(0, size - number(range.group(2), 0)) : number(range.group(1), 0);
    long to = last ? size - 1L : Math.min(size - 1L, number(range.group(2), size - 1L));
    if (from >= size || from > to) {
      throw new S3Fault(416, "InvalidRange", "The requested range is not satisfiable");
    }
    headers.put("Content-Range", "bytes " + from + "-" + to + "/" + size);
    return new AwsResponse(
        206, headers, Arrays.copyOfRange(object.content(), (int) from, (int) to + 1));
  }

  private static AwsResponse head(AwsRequest request, StoredObject object) {
    Conditions.of(request).requireForGet(object);
    Map<String, String> headers = headers(object);
    headers.put("Content-Length", String.valueOf(object.content().length));
    return new AwsResponse(200, headers, new byte[0]);
  }

  private static Map<String, String> headers(StoredObject object) {
    Map<String, String> headers = new LinkedHashMap<>(object.metadata());
    headers.put("ETag", quoted(object));
    headers.put("Content-Type", object.contentType());
    headers.put("Accept-Ranges", "bytes");
    headers.put(
        "Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(object.at().atOffset(ZoneOffset.UTC)));
    return headers;
  }

  private AwsResponse listBuckets() {
    StringBuilder all = new StringBuilder();
    buckets
        .names()
        .forEach(name -> all.append("<Bucket>" + Xml.element("Name", name) + "</Bucket>"));
    return Xml.answer("ListAllMyBucketsResult", "<Buckets>" + all + "</Buckets>");
  }

  private AwsResponse list(String bucket, Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
    int most = (int) Math.min(MOST_LISTED, number(query.getOrDefault("max-keys", ""), MOST_LISTED));
    if (query.containsKey("delimiter")) {
      throw new S3Fault(501, "NotImplemented", "a list with a delimiter is not here");
    }
    SortedMap<String, StoredObject> from = buckets.in(bucket).tailMap(after, false);
    List<String> keys = new ArrayList<>();
    StringBuilder contents = new StringBuilder();
    boolean more = false;
    for (Map.Entry<String, StoredObject> entry : from.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        if (keys.size() == most) {
          more = true;
          break;
        }
        keys.add(entry.getKey());
        contents
            .append("<Contents>")
            .append(Xml.element("Key", entry.getKey()))
            .append(Xml.element("LastModified", entry.getValue().at().toString()))
            .append(Xml.element("ETag", quoted(entry.getValue())))
            .append(Xml.element("Size", String.valueOf(entry.getValue().content().length)))
            .append("<StorageClass>STANDARD</StorageClass></Contents>");
      }
    }
    return Xml.answer(
        "ListBucketResult",
        Xml.element("Name", bucket)
            + Xml.element("Prefix", prefix)
            + Xml.element("KeyCount", String.valueOf(keys.size()))
            + Xml.element("MaxKeys", String.valueOf(most))
            + Xml.element("IsTruncated", String.valueOf(more))
            + (more ? Xml.element("NextContinuationToken", keys.get(keys.size() - 1)) : "")
            + contents);
  }

  static String quoted(StoredObject object) {
    return "\"" + object.etag() + "\"";
  }

  private static long number(String text, long otherwise) {
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new S3Fault(400, "InvalidArgument", text + " is no number");
    }
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.isEmpty()) {
        parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
