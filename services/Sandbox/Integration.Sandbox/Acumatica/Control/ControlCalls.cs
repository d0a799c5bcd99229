using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Push;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Sessions;
using Integration.Sandbox.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Control paths of the stand-in under <c>/_sandbox</c>; no credentials, and no part of the real protocol.</summary>
internal sealed class ControlCalls(
    Tenant tenant, Warehouse warehouse, StockRoom stock, Accounting accounting, OrderDesk desk, CustomerDesk customers, ItemDesk items, Tampering tampering,
    ErpSettings settings, Access access, Tokens tokens, Seats seats, PushNotifications push)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/state", context => CallPipeline.WriteAsync(context, 200, TenantState.Write(tenant, seats.Taken)));
        Post(routes, "ship", (body, cancellationToken) => warehouse.ShipAsync(body.Deserialize<ShipRequest>(Json)!, cancellationToken));
        Post(routes, "correct", (body, cancellationToken) => warehouse.CorrectAsync(body.Deserialize<ShipmentCorrection>(Json)!, cancellationToken));
        Post(routes, "cancel", async (body, cancellationToken) =>
        {
            await warehouse.CancelAsync(body.Deserialize<CancelRequest>(Json)!, cancellationToken);
            return new JsonObject();
        });
        Post(routes, "invoice", (body, cancellationToken) => warehouse.InvoiceAsync(body.Deserialize<OrderReference>(Json)!, cancellationToken));
        Post(routes, "stock/adjust", (body, cancellationToken) => stock.AdjustAsync(body.Deserialize<StockRequest>(Json)!, cancellationToken));
        Post(routes, "stock/receive", (body, cancellationToken) => stock.ReceiveAsync(body.Deserialize<StockRequest>(Json)!, cancellationToken));
        Post(routes, "stock/transfer", (body, cancellationToken) => stock.TransferAsync(body.Deserialize<StockRequest>(Json)!, cancellationToken));
        Post(routes, "stock/bulk", (body, cancellationToken) => stock.BulkAsync(body.Deserialize<BulkItems>(Json)!, cancellationToken));
        Post(routes, "edit", (body, cancellationToken) => desk.EditAsync(body.Deserialize<OrderEdit>(Json)!, cancellationToken));
        Post(routes, "item", (body, cancellationToken) => items.EditAsync(body.Deserialize<ItemRequest>(Json)!, cancellationToken));
        routes.MapGet("/_sandbox/items", context => CallPipeline.WriteAsync(context, 200, items.State()));
        Post(routes, "tamper", (body, cancellationToken) => tampering.TamperAsync(body.Deserialize<TamperRequest>(Json)!, cancellationToken));
        Post(routes, "return", (body, cancellationToken) => desk.ReceiveAsync(body.Deserialize<ReturnRequest>(Json)!, cancellationToken));
        Post(routes, "customer", customers.SetAsync);
        Post(routes, "periods", (body, cancellationToken) => accounting.SetPeriodAsync(body.Deserialize<PeriodRequest>(Json)!, cancellationToken));
        routes.MapGet("/_sandbox/stock", context => CallPipeline.WriteAsync(context, 200, stock.State(context.Request.Query["inventoryId"])));
        Post(routes, "settings", (body, _) => Task.FromResult(SettingsChange.Apply(settings, body)));
        routes.MapGet("/_sandbox/settings", () => Results.Json(settings, Json));
        Post(routes, "revoke", (body, _) =>
        {
            access.IsRevoked = !body.TryGetProperty("revoked", out var revoked) || revoked.GetBoolean();
            return Task.FromResult(new JsonObject { ["revoked"] = access.IsRevoked });
        });
        Post(routes, "expire", async (_, cancellationToken) =>
        {
            await tokens.ExpireAsync(cancellationToken);
            return new JsonObject();
        });
        Post(routes, "close-sessions", (_, _) =>
        {
            seats.CloseAll();
            return Task.FromResult(new JsonObject());
        });
        Post(routes, "push", async (body, cancellationToken) =>
        {
            await push.SubscribeAsync(body.Deserialize<PushSubscription>(Json)!, cancellationToken);
            return PushState();
        });
        routes.MapGet("/_sandbox/push", context => CallPipeline.WriteAsync(context, 200, PushState()));
        routes.MapDelete("/_sandbox/push", async context =>
        {
            await push.UnsubscribeAllAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
    }

    private static void Post(IEndpointRouteBuilder routes, string name, Func<JsonElement, CancellationToken, Task<JsonObject>> call) =>
        routes.MapPost($"/_sandbox/{name}", context => CallPipeline.AnswerAsync(context, async () =>
        {
            using var document = context.Request.ContentLength is null or 0
                ? JsonDocument.Parse("{}") : await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            await CallPipeline.WriteAsync(context, 200, await call(document.RootElement, context.RequestAborted));
        }));

    private JsonObject PushState() => new()
    {
        ["subscriptions"] = new JsonArray([.. push.Subscriptions.Select(subscription => new JsonObject
        {
            ["url"] = subscription.Url.ToString(), ["query"] = subscription.Query, ["entity"] = PushRows.Entity(subscription),
        })]),
        ["sent"] = push.Sent,
        ["failed"] = push.Failed,
    };
}
