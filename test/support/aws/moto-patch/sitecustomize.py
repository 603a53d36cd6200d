"""Moto copies a whole table for every write of a transaction, sorts it for every query, and looks through all of AWS
for every request: a thousand pages would take hours.

Here a transaction keeps the rows it touches and puts them back when it fails, a query looks only at rows of its key,
and what is known of a service is remembered: the same promises, kept faster.
Python loads this file by its name where PYTHONPATH leads to this folder.
"""

import copy
import functools
import inspect

try:
    from moto.dynamodb import models
    from moto.dynamodb.models.table import Table
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication
    from werkzeug.serving import WSGIRequestHandler
except ImportError:
    models = None


class CopyAllButTables:
    @staticmethod
    def deepcopy(value):
        return value if isinstance(value, Table) else copy.deepcopy(value)


def touched_rows(backend, transact_items):
    """Partition, range key and a copy of each row that the transaction names."""
    for item in transact_items:
        for operation in item.values():
            table = backend.tables.get(operation.get("TableName"))
            if table is not None and table.has_range_key:
                hash_key, range_key = backend.get_keys_value(table, operation.get("Item") or operation["Key"])
                partition = table.items[hash_key]
                yield partition, range_key, copy.deepcopy(partition.get(range_key))


def transact_write_items(self, transact_items):
    rows = list(touched_rows(self, transact_items))
    try:
        return transact(self, transact_items)
    except Exception:
        for partition, range_key, row in rows:
            if row is None:
                partition.pop(range_key, None)
            else:
                partition[range_key] = row
        raise


def rows_by_key(table, index_name, hash_key, wanted):
    if index_name is None:
        return list(table.items[hash_key].values())
    return [
        row
        for partition in table.items.values()
        for row in partition.values()
        if all(name in row.attrs and row.attrs[name] == value for name, value in wanted)
    ]


def query(self, hash_key, *args, **options):
    asked = QUERY.bind(self, hash_key, *args, **options).arguments
    if self.has_range_key:
        wanted = asked.get("hash_key_conditions") or []
        self.looked_at = rows_by_key(self, asked.get("index_name"), hash_key, wanted)
    try:
        return look(self, hash_key, *args, **options)
    finally:
        self.looked_at = None


def all_items(self):
    rows = getattr(self, "looked_at", None)
    return every_row(self) if rows is None else rows


if models:
    backend = models.DynamoDBBackend
    transact, backend.transact_write_items = backend.transact_write_items, transact_write_items
    models.copy = CopyAllButTables
    QUERY = inspect.signature(Table.query)
    look, Table.query = Table.query, query
    every_row, Table.all_items = Table.all_items, all_items
    dispatcher = DomainDispatcherApplication
    dispatcher.get_backend_for_host = functools.cache(dispatcher.get_backend_for_host)
    # Connections are kept open.
    WSGIRequestHandler.protocol_version = "HTTP/1.1"
