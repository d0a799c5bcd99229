using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary><c>CreateMultiple</c>, <c>UpdateMultiple</c> and <c>UpsertMultiple</c>: many records of one table in one transaction.</summary>
internal sealed class BulkMessages(Writer writer, PayloadReader reader, OrganizationSchema schema, ServiceRoot root)
{
    public const string Prefix = "Microsoft.Dynamics.CRM.";

    /// <summary>The message, or null when there is none of that name.</summary>
    public Func<Transaction, Func<ApiAnswer>>? Find(ApiRequest request, TableSchema table, string name) => name switch
    {
        $"{Prefix}CreateMultiple" => Create(request, table),
        $"{Prefix}UpdateMultiple" => Each(request, table, Update),
        $"{Prefix}UpsertMultiple" => Each(request, table, Upsert),
        _ => null,
    };

    private Func<Transaction, Func<ApiAnswer>> Create(ApiRequest request, TableSchema table)
    {
        var targets = Targets(request, table);
        return transaction =>
        {
            var ids = targets.ConvertAll(target => (JsonNode)writer.Create(transaction, target).Id);
            return () => ApiAnswer.Json(new JsonObject
            {
                ["@odata.context"] = $"{root.Address}$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse", ["Ids"] = new JsonArray([.. ids]),
            });
        };
    }

    private Func<Transaction, Func<ApiAnswer>> Each(ApiRequest request, TableSchema table, Action<Transaction, Payload> write)
    {
        var targets = Targets(request, table);
        return transaction =>
        {
            targets.ForEach(target => write(transaction, target));
            return () => new ApiAnswer(204);
        };
    }

    private void Update(Transaction transaction, Payload target)
    {
        var address = Address(target);
        writer.Update(transaction, address.Find(transaction) ?? throw address.Missing(), RecordWrites.WithoutKey(target, address));
    }

    private void Upsert(Transaction transaction, Payload target)
    {
        var address = Address(target);
        if (address.Find(transaction) is { } found)
        {
            writer.Update(transaction, found, RecordWrites.WithoutKey(target, address));
            return;
        }

        // The key in the address and again in the body: the service fails over it, but only where it makes the record.
        if (address.Key?.Columns.Any(target.Columns.Contains) == true)
        {
            throw DataverseFault.BadRequest(ErrorCode.UnExpected, "An unexpected error occurred.");
        }

        writer.Create(transaction, RecordWrites.Named(target, address, schema), address.Id);
    }

    private static RecordAddress Address(Payload target) => target.Address
        ?? (target.Id is { } id ? new RecordAddress(target.Table, id, null, [], id.ToString()) : throw DataverseFault.Invalid("A target names no record: its id or @odata.id is missing."));

    private List<Payload> Targets(ApiRequest request, TableSchema table)
    {
        if (!request.Json().TryGetProperty("Targets", out var targets) || targets.ValueKind != JsonValueKind.Array)
        {
            throw DataverseFault.Payload(table, "Microsoft.OData.ODataException: The parameter 'Targets' is missing");
        }

        var read = targets.EnumerateArray().Select(target => reader.Read(target, table, request.References)).ToList();
        return read.TrueForAll(target => target.IsTyped)
            ? read : throw DataverseFault.Payload(table, "Microsoft.OData.ODataException: An abstract type was used without its type: @odata.type is required for each of the Targets");
    }
}
