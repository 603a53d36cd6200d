/** Tells a unit by e-mail when one of its dossiers needs a supplement or a new scan: the code and where to look, no more. */
import { type EventBus, EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PublishedEventType } from '../../events/registry.ts';
import type { Province } from '../../shared/config/province.ts';

const TOLD: readonly PublishedEventType[] = ['supplement-requested', 'rescan-requested'];

export interface UnitNoticesProps {
  readonly province: Province;
  readonly bus: EventBus;
  readonly deadLetterQueue: IQueue;
}

export class UnitNotices extends Construct {
  constructor(scope: Construct, id: string, { province, bus, deadLetterQueue }: UnitNoticesProps) {
    super(scope, id);
    const code = EventField.fromPath('$.detail.dossierCode');
    const where = `${province.web.publicUrl}/dossiers/${code}`;
    const message = RuleTargetInput.fromText(`${code}: ${EventField.fromPath('$.detail-type')}. ${where}`);
    for (const unit of province.units) {
      if (unit.contactEmail === null) continue;
      const topic = new Topic(this, unit.code, { enforceSSL: true });
      topic.addSubscription(new EmailSubscription(unit.contactEmail));
      new Rule(this, `${unit.code}-Rule`, {
        eventBus: bus,
        eventPattern: {
          source: [`bcci.${province.unitCode}`],
          detailType: [...TOLD],
          detail: {
            dossierCode: Match.anyOf(...codePrefixes(unit.code).map((prefix) => Match.prefix(prefix))),
          },
        },
        targets: [new SnsTopic(topic, { message, deadLetterQueue })],
      });
    }
  }
}

/** How a unit's own dossier codes begin: `H12.09-…`, and `000.00.09.H12-…` in the older form (QĐ 20/2020/QĐ-TTg). */
export function codePrefixes(unit: string): string[] {
  const [province = '', ...below] = unit.split('.');
  const [first = '00', second = '00', third = '000'] = below.map((level, index) =>
    level.padStart(index < 2 ? 2 : 3, '0'),
  );
  return [`${unit}-`, `${third}.${second}.${first}.${province}-`];
}
