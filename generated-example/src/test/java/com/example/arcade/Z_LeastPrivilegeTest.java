package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Zero trust: what roles allow is compared with what was done by them, action by action, resource
 * by resource and key by key. Nothing is missing and nothing is too much, without an exception;
 * what Lambda and Step Functions do in a role's name is done by the local cloud in it.
 */
@LocalCloudTest(speed = 1_000)
class Z_LeastPrivilegeTest {

  @Test
  void eachRoleAllowsWhatIsDoneByItAndNothingElse(LocalCloud cloud) throws Exception {
    // Before its first caller starts, which learns then where it is.
    try (MisbehavingGateway gateway = new MisbehavingGateway()) {
      cloud.reset();
      EveryGrant everything = new EveryGrant(cloud);
      everything.ofConsumers();
      everything.ofSagas();
      everything.ofTheDependency(gateway);
      everything.ofRoutes();
      EveryGrantOfTheSystem system = new EveryGrantOfTheSystem(cloud);
      system.ofSchedules();
      system.ofTheRelay();
      system.ofTheReleaseBefore();
      system.ofAnOutage();
    }

    TreeSet<String> tooMuch = new TreeSet<>(cloud.permissionsGranted());
    tooMuch.removeAll(cloud.permissionsUsed());
    assertEquals("", String.join("\n", tooMuch), "allowed, and never done");
    List<String> missing =
        cloud.log("permissions").stream().filter(line -> line.contains("not authorized")).toList();
    assertEquals("", String.join("\n", missing), "done, and not allowed");
  }
}
