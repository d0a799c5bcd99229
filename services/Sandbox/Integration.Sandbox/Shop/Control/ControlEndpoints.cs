using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Shop.Accounts;
using Integration.Sandbox.Shop.Admin;
using Integration.Sandbox.Shop.Checkout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Shop.Control;

/// <summary>The shop's control paths: the customer's checkout, the staff's actions, races, state, the add-on.</summary>
internal sealed class ControlEndpoints(ShopDatabase database, RaceSwitches races, CheckoutFlow checkout, AddOnEndpoints addOn)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_sandbox/checkout", CheckoutAsync);
        routes.MapPost("/_sandbox/orders/{id}/{action}", ActAsync);
        routes.MapPost("/_sandbox/customers", AccountAsync);
        routes.MapPost("/_sandbox/products/{sku}", EditAsync);
        routes.MapDelete("/_sandbox/products/{sku}", DeleteAsync);
        routes.MapGet("/_sandbox/state", async (CancellationToken cancel) =>
            Results.Json(await database.ReadAsync(StateView.Of, cancel), FaultEndpoints.Json));
        routes.MapGet("/_sandbox/races", () => Results.Json(races.Current, FaultEndpoints.Json));
        routes.MapPost("/_sandbox/races", (HttpRequest request) => Answer(async () =>
        {
            races.Current = await ReadAsync<ShopRaces>(request);
            return Results.Json(races.Current, FaultEndpoints.Json);
        }));
        addOn.Map(routes);
    }

    private Task<IResult> CheckoutAsync(HttpRequest request) => Answer(async () =>
    {
        var cancel = request.HttpContext.RequestAborted;
        var body = await JsonNode.ParseAsync(request.Body, cancellationToken: cancel);
        var many = body as JsonArray;
        var requests = (many ?? [body?.DeepClone()]).Select(item => item.Deserialize<CheckoutRequest>(FaultEndpoints.Json)!).ToList();
        var placed = await checkout.PlaceAsync(requests, cancel);
        return many is null ? Results.Json(placed[0], FaultEndpoints.Json) : Results.Json(placed, FaultEndpoints.Json);
    });

    private Task<IResult> AccountAsync(HttpRequest request) => Answer(async () =>
    {
        var wish = await ReadAsync<AccountRequest>(request);
        return Results.Json(await database.WriteAsync(shop => new AccountPages(shop).Save(wish), request.HttpContext.RequestAborted), FaultEndpoints.Json);
    });

    private Task<IResult> ActAsync(string id, string action, HttpRequest request) => Answer(async () =>
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var details = text.Length == 0 ? new AdminRequest() : JsonSerializer.Deserialize<AdminRequest>(text, FaultEndpoints.Json)!;
        return await database.WriteAsync(shop => new AdminActions(shop).Do(id, action, details), request.HttpContext.RequestAborted)
            ? Results.NoContent()
            : Results.NotFound();
    });

    private Task<IResult> EditAsync(string sku, HttpRequest request) => Answer(async () =>
    {
        var edit = await ReadAsync<ProductEdit>(request);
        return await database.WriteAsync(shop => ProductDesk.Edit(shop, sku, edit), request.HttpContext.RequestAborted) is { } product
            ? Results.Json(product, FaultEndpoints.Json)
            : Results.NotFound();
    });

    private async Task<IResult> DeleteAsync(string sku, CancellationToken cancel) =>
        await database.WriteAsync(shop => ProductDesk.Delete(shop, sku), cancel) ? Results.NoContent() : Results.NotFound();

    internal static async Task<T> ReadAsync<T>(HttpRequest request) where T : class =>
        await JsonSerializer.DeserializeAsync<T>(request.Body, FaultEndpoints.Json, request.HttpContext.RequestAborted)
        ?? throw new JsonException("The body is null.");

    internal static async Task<IResult> Answer(Func<Task<IResult>> work)
    {
        try
        {
            return await work();
        }
        catch (CheckoutRefusedException refused)
        {
            return Results.Json(new { error = refused.Message }, FaultEndpoints.Json, statusCode: StatusCodes.Status409Conflict);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException)
        {
            return Results.Json(new { error = wrong.Message }, FaultEndpoints.Json, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
