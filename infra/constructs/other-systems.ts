/** Tells the case system and the National Portal what was published, at the address and with the secret that the file names. */
import { SecretValue } from 'aws-cdk-lib';
import {
  ApiDestination,
  Authorization,
  Connection,
  type EventBus,
  type IApiDestination,
  Rule,
} from 'aws-cdk-lib/aws-events';
import { ApiDestination as ApiDestinationTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PublishedEventType } from '../../events/registry.ts';
import type { Province } from '../../shared/config/province.ts';

/** What each hears: the event as published, by POST. */
const HEARD: Readonly<Record<'caseSystem' | 'nationalPortal', readonly PublishedEventType[]>> = {
  caseSystem: ['files-attached', 'dossier-withdrawn', 'supplement-requested', 'rescan-requested'],
  nationalPortal: ['files-attached', 'dossier-withdrawn'],
};

/** A case system is a machine in an office, not a service of millions. */
const REQUESTS_PER_SECOND = 10;

export interface OtherSystemsProps {
  readonly province: Province;
  readonly bus: EventBus;
  readonly deadLetterQueue: IQueue;
}

export class OtherSystems extends Construct {
  constructor(scope: Construct, id: string, { province, bus, deadLetterQueue }: OtherSystemsProps) {
    super(scope, id);
    for (const system of ['caseSystem', 'nationalPortal'] as const) {
      const service = province.endpoints[system];
      if (!service) continue;
      const secret = SecretValue.secretsManager(service.secret.replace(/^secretsmanager:/, ''));
      const connection = new Connection(this, `${system}-Connection`, {
        authorization: Authorization.apiKey('Authorization', secret),
      });
      const destination = new ApiDestination(this, system, {
        connection,
        endpoint: service.url,
        rateLimitPerSecond: REQUESTS_PER_SECOND,
      });
      new Rule(this, `${system}-Rule`, {
        eventBus: bus,
        eventPattern: { source: [`bcci.${province.unitCode}`], detailType: [...HEARD[system]] },
        targets: [new ApiDestinationTarget(destination as IApiDestination, { deadLetterQueue })],
      });
    }
  }
}
