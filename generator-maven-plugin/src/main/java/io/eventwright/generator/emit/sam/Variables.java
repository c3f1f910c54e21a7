package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.VariableView;
import io.eventwright.generator.model.EventSystem;
import java.util.ArrayList;
import java.util.List;

/** Collects a function's environment: what the runtime looks up, and only what it needs. */
final class Variables {

  private final List<VariableView> variables = new ArrayList<>();

  Variables table(String variable, String tableId) {
    return add(variable, "!Ref " + tableId);
  }

  Variables log() {
    return table("EVENTWRIGHT_LOG_TABLE", "LogTable");
  }

  Variables inbox(EventSystem system) {
    return table("EVENTWRIGHT_INBOX_TABLE", "InboxTable")
        .add("EVENTWRIGHT_INBOX_DAYS", "\"" + system.settings().rememberedDays() + "\"");
  }

  Variables control() {
    return table("EVENTWRIGHT_CONTROL_TABLE", "ControlTable");
  }

  Variables order() {
    return table("EVENTWRIGHT_ORDER_TABLE", "OrderTable");
  }

  Variables keys() {
    return table("EVENTWRIGHT_KEYS_TABLE", "KeysTable");
  }

  Variables views() {
    return table("EVENTWRIGHT_VIEWS_TABLE", "ViewsTable");
  }

  Variables anchors() {
    return add("EVENTWRIGHT_ANCHOR_BUCKET", "!Ref AnchorBucket");
  }

  Variables push() {
    return add("EVENTWRIGHT_PUSH_URL", "!Sub \"https://${PushApi.Dns.Http}/event\"");
  }

  Variables quarantine() {
    return add("EVENTWRIGHT_QUARANTINE_URL", "!Ref QuarantineQueue");
  }

  /** What a channel asks for, unless it is there already. */
  Variables add(VariableView variable) {
    if (!variables.contains(variable)) {
      variables.add(variable);
    }
    return this;
  }

  Variables claims(String bucketId) {
    return add("EVENTWRIGHT_CLAIM_BUCKET", "!Ref " + bucketId);
  }

  Variables bus() {
    return add("EVENTWRIGHT_BUS", "!Ref Bus");
  }

  Variables cors(String what, String value) {
    return add("EVENTWRIGHT_CORS_" + what, "\"" + value + "\"");
  }

  List<VariableView> list() {
    return List.copyOf(variables);
  }

  private Variables add(String name, String value) {
    return add(new VariableView(name, value));
  }
}
