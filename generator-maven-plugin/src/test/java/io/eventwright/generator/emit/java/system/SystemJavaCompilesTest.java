package io.eventwright.generator.emit.java.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.emit.java.PackageInfoEmitter;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.stub.StubEmitter;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.testing.InMemoryCompiler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What golden files hold compiles against the runtime without a warning, and does what it says. */
class SystemJavaCompilesTest {
  private static ClassLoader classes;

  @BeforeAll
  static void compile() {
    EventSystem system = ArcadeModel.system();
    SystemJava java =
        new SystemJava(system, new ConventionalTypes(system), "src/main/events/system.yaml");
    List<GeneratedFile> files = new ArrayList<>(new SystemJavaEmitter(java).emit());
    files.addAll(StandIns.of(system));
    files.addAll(new PackageInfoEmitter(java).emit(files));
    files.addAll(new StubEmitter(java).emit());
    classes = InMemoryCompiler.compile(files);
  }

  @Test
  void aStubFailsItsEventAndSaysWhatToWrite() throws Exception {
    Object worker = type("CreditWallet").getConstructor().newInstance();
    Method decide =
        Arrays.stream(type("CreditWallet").getMethods())
            .filter(method -> method.getName().equals("decide"))
            .findFirst()
            .orElseThrow();

    Throwable failure =
        assertThrows(InvocationTargetException.class, () -> decide.invoke(worker, null, null))
            .getCause();
    assertEquals(UnsupportedOperationException.class, failure.getClass());
    assertEquals("CreditWallet.decide is not written yet", failure.getMessage());
  }

  @Test
  void everyHandlerIsOneThatLambdaCanCall() throws Exception {
    for (String handler :
        List.of(
            "AuditDepositFunction",
            "ChargeWalletFunction",
            "CreditWalletFunction",
            "PurchaseEndFunction",
            "PurchaseHistoryFunction",
            "RelayFunction",
            "SettlePurchaseFunction")) {
      Class<?> type = type("function." + handler);
      assertTrue(
          com.amazonaws.services.lambda.runtime.RequestStreamHandler.class.isAssignableFrom(type));
      assertEquals(0, type.getConstructor().getParameterCount());
    }
  }

  @Test
  void anEventTypeKnowsItsWireForm() throws Exception {
    Object latest = type("event.DepositReceived").getField("V3").get(null);

    assertEquals(
        "deposit-received.v3", ((io.eventwright.runtime.event.EventType<?>) latest).wireType());
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass("com.example.arcade." + name);
  }
}
