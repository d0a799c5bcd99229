using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Control;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Loses and falsifies records silently, for a reconciliation to find.</summary>
internal sealed class Tampering(Tenant tenant)
{
    public Task<JsonObject> TamperAsync(TamperRequest request, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            if (tenant.Endpoint.TopLevel(request.Entity) is not { IsInternal: false } || save.Find(request.Entity, request.Keys) is not { } found)
            {
                throw ErpFault.NotFound($"There is no {request.Entity} {string.Join(' ', request.Keys)}.");
            }

            var change = new ChangeReader(tenant.Endpoint).Read(Wrapped(request.Fields), tenant.Endpoint[request.Entity]);
            var row = save.Edit(found);
            Merge.Into(row, change, new HashSet<string>());
            save.Quietly(row);
            if (request.Delete)
            {
                save.Delete(row);
            }

            return new JsonObject { ["id"] = row.Id };
        },
        cancellationToken);

    private static JsonElement Wrapped(IReadOnlyDictionary<string, JsonElement> fields) => JsonSerializer.SerializeToElement(
        fields.ToDictionary(field => field.Key, field => new Dictionary<string, JsonElement> { ["value"] = field.Value }));
}
