using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Finance.Calls;
using Integration.Sandbox.Dynamics.Finance.Events;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Control paths of the stand-in under <c>/_sandbox</c>; no credentials, and no part of the real protocol.</summary>
internal sealed class ControlCalls(FinanceOptions options, Books books, Gate gate, EventSender events, Endpoints endpoints)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Warehouse _warehouse = new(books, options.Settings);
    private readonly OrderDesk _desk = new(books, options.Settings);
    private readonly ReturnDesk _returns = new(books, options.Settings);
    private readonly CustomerDesk _customers = new(books, options.Settings);
    private readonly ItemDesk _items = new(books);
    private readonly StockRoom _stock = new(books);
    private readonly Tampering _tampering = new(books);
    private readonly Accounting _accounting = new(books);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/state", () => Results.Json(EnvironmentState.Write(books, events), Json));
        routes.MapGet("/_sandbox/items", (HttpRequest request) => Results.Json(_items.State(Company(request)), Json));
        routes.MapGet("/_sandbox/stock", (HttpRequest request) => Results.Json(_stock.State(Company(request), request.Query["inventoryId"]), Json));
        routes.MapGet("/_sandbox/settings", () => Results.Json(options.Settings, Json));
        Post(routes, "ship", (body, stop) => _warehouse.ShipAsync(Read<ShipRequest>(body), stop));
        Post(routes, "correct", (body, stop) => _warehouse.CorrectAsync(Read<ShipmentCorrection>(body), stop));
        Post(routes, "return", async (body, stop) => await _returns.ReceiveAsync(Read<ReturnRequest>(body), stop) ?? await _warehouse.ReturnAsync(Read<ReturnRequest>(body), stop));
        Post(routes, "return/enter", (body, stop) => _returns.EnterAsync(Read<ReturnEntry>(body), stop));
        Post(routes, "return/register", (body, stop) => _returns.RegisterAsync(Read<ReturnRequest>(body), stop));
        Post(routes, "cancel", async (body, stop) => await _returns.CancelAsync(Read<OrderReference>(body), stop) ?? await _desk.CancelAsync(Read<OrderReference>(body), stop));
        Post(routes, "invoice", async (body, stop) => await _returns.CreditAsync(Read<OrderReference>(body), stop) ?? await _desk.InvoiceAsync(Read<OrderReference>(body), stop));
        Post(routes, "edit", (body, stop) => _desk.EditAsync(Read<OrderEdit>(body), stop));
        Post(routes, "customer", _customers.SetAsync);
        Post(routes, "item", (body, stop) => _items.EditAsync(Read<ItemRequest>(body), stop));
        Post(routes, "stock/adjust", (body, stop) => _stock.AdjustAsync(Read<StockRequest>(body), stop));
        Post(routes, "stock/receive", (body, stop) => _stock.ReceiveAsync(Read<StockRequest>(body), stop));
        Post(routes, "stock/transfer", (body, stop) => _stock.TransferAsync(Read<StockRequest>(body), stop));
        Post(routes, "stock/bulk", (body, stop) => _stock.BulkAsync(Read<BulkItems>(body), stop));
        Post(routes, "tamper", (body, stop) => _tampering.TamperAsync(Read<TamperRequest>(body), stop));
        Post(routes, "post", (body, stop) => _accounting.PostAsync(Text(body, "company") ?? Seed.Companies[0], Text(body, "journalBatchNumber"), stop));
        Post(routes, "settings", (body, _) => Task.FromResult(SettingsChange.Apply(options.Settings, body)));
        Access(routes);
        Events(routes);
    }

    private void Access(IEndpointRouteBuilder routes)
    {
        Post(routes, "revoke", (body, _) =>
        {
            gate.IsRevoked = !body.TryGetProperty("revoked", out var revoked) || revoked.GetBoolean();
            return Task.FromResult(new JsonObject { ["revoked"] = gate.IsRevoked });
        });
        Post(routes, "expire", (_, _) =>
        {
            options.Entra.Expire();
            return Task.FromResult(new JsonObject());
        });
    }

    private void Events(IEndpointRouteBuilder routes)
    {
        Post(routes, "events", async (body, stop) =>
        {
            await events.RegisterAsync(Read<EndpointRequest>(body), stop);
            return EventState();
        });
        Post(routes, "events/resend", (_, _) => Task.FromResult(new JsonObject { ["resent"] = events.Resend() }));
        routes.MapGet("/_sandbox/events", () => Results.Json(EventState(), Json));
        routes.MapDelete("/_sandbox/events/{name?}", async (string? name, CancellationToken stop) =>
        {
            await endpoints.RemoveAsync(name, stop);
            return Results.NoContent();
        });
    }

    private JsonObject EventState() => new()
    {
        ["endpoints"] = new JsonArray([.. endpoints.All.Select(endpoint => (JsonNode)endpoint.Text("Name"))]),
        ["sent"] = events.Sent,
        ["failed"] = events.Errors.Count,
    };

    private static void Post(IEndpointRouteBuilder routes, string name, Func<JsonElement, CancellationToken, Task<JsonObject>> call) =>
        routes.MapPost($"/_sandbox/{name}", async (HttpContext context) =>
        {
            try
            {
                return Results.Json(await call(await ControlBody.ReadAsync(context.Request), context.RequestAborted), Json);
            }
            catch (FinanceFault fault)
            {
                return Results.Json(fault.Body, Json, statusCode: fault.Status == 0 ? StatusCodes.Status400BadRequest : fault.Status);
            }
        });

    private static T Read<T>(JsonElement body) => body.Deserialize<T>(Json)!;

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Company(HttpRequest request) => request.Query["company"].ToString() is { Length: > 0 } company ? company : Seed.Companies[0];
}
