import { DynamoDbAdminActs } from '../../shared/adapters/aws/dynamodb-admin-acts.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { describeAdminActs } from '../contract/admin-acts.contract.ts';
import { createStack, dynamo, withAll } from './peers.ts';

withAll('Acts of admins in DynamoDB', () => {
  describeAdminActs('DynamoDB', async () => {
    const { ref: tableName } = await createStack().make('AWS::DynamoDB::Table', /^Records/);
    return { subject: new DynamoDbAdminActs(new DynamoTable(dynamo!, tableName)), close: async () => {} };
  });
});
