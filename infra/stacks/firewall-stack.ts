/** The web firewall of a province's console; CloudFront takes one from us-east-1 only, so it is a stack of its own. */
import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Requests of one address in five minutes; a post office shares one address among its desks. */
const MOST_REQUESTS = 10_000;

const MANAGED_RULES = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet'];

export class FirewallStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const seen = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples would keep addresses and paths of people at work.
      sampledRequestsEnabled: false,
    });
    const managed = MANAGED_RULES.map((name, index) => ({
      name,
      priority: index,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
      visibilityConfig: seen(name),
    }));
    const rate = {
      name: 'RequestRate',
      priority: MANAGED_RULES.length,
      action: { block: {} },
      statement: { rateBasedStatement: { limit: MOST_REQUESTS, aggregateKeyType: 'IP' } },
      visibilityConfig: seen('RequestRate'),
    };
    this.webAclArn = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      rules: [...managed, rate],
      visibilityConfig: seen('Firewall'),
    }).attrArn;
  }
}
