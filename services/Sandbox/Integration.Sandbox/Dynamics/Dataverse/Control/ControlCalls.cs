using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Dataverse.Access;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Control paths of the stand-in under <c>/_sandbox</c>; no credentials, and no part of the real protocol.</summary>
internal sealed class ControlCalls(
    Books books, OrderDesk orders, CustomerDesk customers, ItemDesk items, StockDesk stock, Tampering tampering, SchemaDesk schema, OrganizationDesk organization, WebhookDesk webhooks,
    DataverseSettings settings, Callers callers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Map(IEndpointRouteBuilder routes)
    {
        Get(routes, "state", _ => OrganizationState.Write(books));
        Post(routes, "ship", (body, cancellationToken) => orders.ShipAsync(body.Deserialize<ShipRequest>(Json)!, cancellationToken));
        Post(routes, "cancel", (body, cancellationToken) => orders.CancelAsync(body.Deserialize<OrderReference>(Json)!, cancellationToken));
        Post(routes, "invoice", (body, cancellationToken) => orders.InvoiceAsync(body.Deserialize<InvoiceRequest>(Json)!, cancellationToken));
        Post(routes, "edit", (body, cancellationToken) => orders.EditAsync(body.Deserialize<OrderEdit>(Json)!, cancellationToken));
        Post(routes, "customer", customers.SetAsync);
        Post(routes, "item", (body, cancellationToken) => items.EditAsync(body.Deserialize<ItemRequest>(Json)!, cancellationToken));
        Get(routes, "items", _ => items.State());
        Get(routes, "stock", request => stock.State(request.Query["inventoryId"]));
        Post(routes, "stock/adjust", (body, cancellationToken) => stock.AdjustAsync(body.Deserialize<StockRequest>(Json)!, cancellationToken));
        Post(routes, "stock/bulk", (body, cancellationToken) => stock.BulkAsync(body.Deserialize<BulkItems>(Json)!, cancellationToken));
        Post(routes, "tamper", (body, cancellationToken) => tampering.TamperAsync(body.Deserialize<TamperRequest>(Json)!, cancellationToken));
        Post(routes, "columns", schema.AddColumnAsync);
        Post(routes, "keys", schema.AddKeyAsync);
        Post(routes, "organization", organization.SetAsync);
        Post(routes, "settings", (body, _) => Task.FromResult(SettingsChange.Apply(settings, body)));
        routes.MapGet("/_sandbox/settings", () => Results.Json(settings, Json));
        Post(routes, "revoke", (body, _) =>
        {
            callers.IsRevoked = !body.TryGetProperty("revoked", out var revoked) || revoked.GetBoolean();
            return Task.FromResult(new JsonObject { ["revoked"] = callers.IsRevoked });
        });
        Post(routes, "expire", (_, _) =>
        {
            callers.Expire();
            return Task.FromResult(new JsonObject());
        });
        Post(routes, "webhooks", (body, cancellationToken) => webhooks.RegisterAsync(body.Deserialize<WebhookRequest>(Json)!, cancellationToken));
        Get(routes, "webhooks", _ => webhooks.State());
        routes.MapDelete("/_sandbox/webhooks", async context =>
        {
            await webhooks.RemoveAllAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
    }

    private static void Get(IEndpointRouteBuilder routes, string name, Func<HttpRequest, JsonObject> call) =>
        routes.MapGet($"/_sandbox/{name}", context => WebApi.WriteAsync(context, ApiAnswer.Json(call(context.Request))));

    private static void Post(IEndpointRouteBuilder routes, string name, Func<JsonElement, CancellationToken, Task<JsonObject>> call) => routes.MapPost($"/_sandbox/{name}", async context =>
    {
        ApiAnswer answer;
        try
        {
            using var document = context.Request.ContentLength is null or 0
                ? JsonDocument.Parse("{}") : await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            answer = ApiAnswer.Json(await call(document.RootElement, context.RequestAborted));
        }
        catch (DataverseFault fault)
        {
            answer = ApiAnswer.Of(fault, Preferences.Read(context.Request.Headers));
        }

        await WebApi.WriteAsync(context, answer);
    });
}
