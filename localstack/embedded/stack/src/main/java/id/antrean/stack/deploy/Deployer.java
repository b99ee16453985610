package id.antrean.stack.deploy;

import id.antrean.stack.template.Section;

/** Makes resources of one type; making one that exists changes nothing. */
interface Deployer {
  /** The CloudFormation type it makes. */
  String type();

  /** Makes the resource and reads every property it knows of it. */
  Deployed deploy(String logicalId, Section properties);
}
