"""Moto copies a whole table for every single write of a transaction, which makes a thousand pages take hours.

Here a transaction takes one packed copy of the rows and puts it back when it fails: the same promise, kept faster.
Python loads this file by its name where PYTHONPATH leads to this folder.
"""

import copy
import pickle

try:
    from moto.dynamodb import models
    from moto.dynamodb.models.table import Table
except ImportError:
    models = None


class CopyAllButTables:
    @staticmethod
    def deepcopy(value):
        return value if isinstance(value, Table) else copy.deepcopy(value)


def transact_write_items(self, transact_items):
    names = {operation.get("TableName") for item in transact_items for operation in item.values()}
    tables = [self.tables[name] for name in names if name in self.tables]
    packed = pickle.dumps([table.items for table in tables])
    try:
        return original(self, transact_items)
    except Exception:
        for table, items in zip(tables, pickle.loads(packed)):
            table.items = items
        raise


if models:
    original = models.DynamoDBBackend.transact_write_items
    models.copy = CopyAllButTables
    models.DynamoDBBackend.transact_write_items = transact_write_items
