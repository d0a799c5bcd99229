using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Finance.OData;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Loses and falsifies records silently, for a reconciliation to find.</summary>
internal sealed class Tampering(Books books)
{
    public Task<JsonObject> TamperAsync(TamperRequest request, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var set = books.Metadata.Find(request.Entity) ?? throw FinanceFault.Plain(404, $"There is no entity set {request.Entity}.");
            var company = set.HasCompany ? request.Keys.FirstOrDefault("").ToLowerInvariant() : "";
            if (save.Find(set.Table, company, [.. request.Keys.Skip(set.HasCompany ? 1 : 0)]) is not { } found)
            {
                throw FinanceFault.Plain(404, $"There is no {request.Entity} {string.Join(' ', request.Keys)}.");
            }

            var row = save.Edit(found);
            foreach (var (name, value) in RowReader.Read(set, JsonSerializer.SerializeToUtf8Bytes(request.Fields)))
            {
                row.Set(name, value);
            }

            save.Quietly(row);
            if (request.Delete)
            {
                save.Delete(row);
            }

            return new JsonObject { ["id"] = row.RecId };
        },
        cancellationToken);
}
