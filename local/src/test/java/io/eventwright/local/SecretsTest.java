package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.iam.Identities;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.secret.SecretStore;
import io.eventwright.runtime.secret.SecretUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets of the user's file, read by the runtime as a function reads them, and by its role. */
class SecretsTest {
  private static final Path FILE = Path.of("target", "secrets.yaml");
  private static final String BANK =
      "arn:aws:secretsmanager:us-east-1:000000000000:secret:shop/bank";

  private final Cloud cloud = TestCloud.get();

  SecretsTest() throws Exception {}

  @BeforeEach
  @AfterEach
  void nothingIsKnown() throws Exception {
    Files.deleteIfExists(FILE);
    cloud.secrets().reset();
  }

  private SecretStore secrets(String function) {
    String key = Identities.accessKeyId(cloud.stack().find(function).orElseThrow().arn());
    return new Clients(
            new Settings(
                Map.of(
                        "AWS_ENDPOINT_URL",
                        cloud.endpoint().toString(),
                        "AWS_REGION",
                        "us-east-1",
                        "AWS_ACCESS_KEY_ID",
                        key,
                        "AWS_SECRET_ACCESS_KEY",
                        "local")
                    ::get))
        .secrets();
  }

  @Test
  void whatIsNotThereIsRefusedWithWhereToWriteIt() throws Exception {
    SecretUnavailable missing =
        assertThrows(SecretUnavailable.class, () -> secrets("Reader").read(BANK));
    assertTrue(missing.getMessage().contains("ResourceNotFoundException"), missing.getMessage());
    assertEquals(
        "there is no secret shop/bank here. Write it into target/secrets.yaml, which is not for the"
            + " repository: shop/bank: <the secret>",
        cloud.secrets().missing(BANK));
  }

  @Test
  void theFileIsReadAnewEachTimeAndMayHaveKeysAndTexts() throws Exception {
    Files.writeString(FILE, "shop/bank: first\n");
    assertEquals("first", secrets("Reader").read(BANK));
    assertEquals("first", secrets("Reader").read(BANK + "-a1B2c3"), "by its whole ARN");
    Files.writeString(FILE, "shop/bank: { key: second, pin: 1234 }\n");
    assertEquals("{\"key\":\"second\",\"pin\":1234}", secrets("Reader").read(BANK));
    cloud.secrets().say("shop/bank", "third");
    assertEquals("third", secrets("Reader").read(BANK));
    cloud.reset();
    assertEquals("{\"key\":\"second\",\"pin\":1234}", secrets("Reader").read(BANK));
  }

  @Test
  void aRoleReadsTheOneSecretThatItNames() throws Exception {
    Files.writeString(FILE, "shop/bank: first\nshop/bank-and-more: other\n");
    for (String refused : new String[] {BANK + "-and-more", BANK.replace("bank", "till")}) {
      SecretUnavailable denied =
          assertThrows(SecretUnavailable.class, () -> secrets("Reader").read(refused));
      assertTrue(denied.getMessage().contains("AccessDenied"), denied.getMessage());
    }
    SecretUnavailable denied =
        assertThrows(SecretUnavailable.class, () -> secrets("Keeper").read(BANK));
    assertTrue(denied.getMessage().contains("AccessDenied"), denied.getMessage());
  }

  @Test
  void aFileThatIsNoMappingIsSaidSoWithoutWhatIsInIt() throws Exception {
    Files.writeString(FILE, "hunter2");
    SecretUnavailable broken =
        assertThrows(SecretUnavailable.class, () -> secrets("Reader").read(BANK));
    assertTrue(broken.getMessage().contains("InvalidRequestException"), broken.getMessage());
    assertEquals(
        -1,
        assertThrows(Exception.class, () -> cloud.secrets().missing(BANK))
            .toString()
            .indexOf("hunter2"));
  }
}
