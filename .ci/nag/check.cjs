// Holds a template against cdk-nag's packs AwsSolutions and Serverless, as it is: nothing is deployed.
// usage: node check.cjs TEMPLATE...      ends with 1 when a rule finds something that has no written reason
"use strict";
const { App, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");
const { AwsSolutionsChecks, ServerlessChecks } = require("cdk-nag");

/** Collects what a pack says, a line each. */
class Findings {
  lines = new Set();
  suppressed = 0;
  compliant = 0;
  onCompliance() { this.compliant++; }
  onNonCompliance(data) {
    // Constructs of an include are called by logical ids.
    const id = data.resource.logicalId ? data.resource.stack.resolve(data.resource.logicalId) : data.resource.node.path;
    this.lines.add(`${id}: [${data.ruleId}${data.findingId ? `[${data.findingId}]` : ""}] ${data.ruleInfo}`);
  }
  onSuppressed() { this.suppressed++; }
  onSuppressedError() { this.suppressed++; }
  // A rule that could not read a resource has found nothing wrong with it, nor that it is right.
  onError(data) {
    const id = data.resource.node.path;
    this.unread ??= new Set();
    this.unread.add(`${id}: ${data.ruleId}: ${data.errorMessage}`);
  }
  onNotApplicable() {}
}

let found = 0;
for (const template of process.argv.slice(2)) {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, "Template");
  new CfnInclude(stack, "Included", { templateFile: template });
  const findings = new Findings();
  // The packs are asked directly: a synthesis would only add its own words on what CloudFormation itself checks.
  for (const Pack of [AwsSolutionsChecks, ServerlessChecks]) {
    const pack = new Pack({ reports: false, additionalLoggers: [findings] });
    stack.node.findAll().forEach((node) => pack.visit(node));
  }
  for (const line of [...findings.lines].sort()) {
    console.log(line);
  }
  for (const line of [...(findings.unread ?? [])].sort()) {
    console.log(`could not be judged: ${line}`);
  }
  console.log(
    `${findings.lines.size} found, ${findings.suppressed} with a written reason, ${findings.compliant} in order`);
  found += findings.lines.size;
  if (findings.compliant === 0) {
    console.log("nothing was judged at all: the packs do not see this template");
    found++;
  }
}
process.exit(found === 0 ? 0 : 1);
