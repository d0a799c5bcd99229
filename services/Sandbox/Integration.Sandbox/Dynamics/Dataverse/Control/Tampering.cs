using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Loses and falsifies records silently, for a reconciliation to find.</summary>
internal sealed class Tampering(Books books, DataverseSettings settings)
{
    private const string ExternalId = "xci_externalid";

    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["salesorder"] = "ordernumber", ["invoice"] = "invoicenumber", ["account"] = "accountnumber", ["product"] = "productnumber",
    };

    public Task<JsonObject> TamperAsync(TamperRequest request, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            var record = transaction.Edit(Find(transaction, request));
            foreach (var (name, value) in request.Fields)
            {
                // A lookup can be emptied.
                var column = record.Table.Find(name) is { } found && (found.Type != ColumnType.Lookup || value.ValueKind == JsonValueKind.Null) ? found : throw DataverseFault.NoProperty(name, record.Table);
                record.Set(column.Name, Scalars.Read(value, column, record.Table, settings));
            }

            if (request.Delete)
            {
                transaction.Delete(record);
            }

            transaction.Quietly(record);
            return new JsonObject { ["id"] = record.Id };
        },
        cancellationToken);

    private static Record Find(Transaction transaction, TamperRequest request)
    {
        var key = request.Keys.Count > 0 ? request.Keys[0] : "";
        var found = transaction.Schema.Find(request.Entity) is null ? null
            : Guid.TryParse(key, out var id) ? transaction.Find(request.Entity, id)
            : Numbers.TryGetValue(request.Entity, out var column) ? transaction.First(request.Entity, [column], key) ?? External(transaction, request.Entity, key) : null;
        return found ?? throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"There is no {request.Entity} {key}.");
    }

    private static Record? External(Transaction transaction, string table, string key) =>
        transaction.Schema[table].Find(ExternalId) is null ? null : transaction.First(table, [ExternalId], key);
}
