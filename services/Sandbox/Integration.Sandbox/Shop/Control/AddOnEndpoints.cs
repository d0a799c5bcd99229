using Integration.Sandbox.Faults;
using Integration.Sandbox.Shop.AddOn;
using Integration.Sandbox.Shop.Hints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Shop.Control;

/// <summary>Control paths of our add-on: whether the shop has it, where its hints go, and what staff can do with hints.</summary>
internal sealed class AddOnEndpoints(ShopDatabase database, HintPost post, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/addon", async (CancellationToken cancel) =>
            Results.Json(await database.ReadAsync(shop => AddOnSettings.Of(shop.Rows.Unit), cancel), FaultEndpoints.Json));
        routes.MapPost("/_sandbox/addon", (HttpRequest request) => ControlEndpoints.Answer(async () =>
        {
            var settings = await ControlEndpoints.ReadAsync<AddOnSettings>(request);
            await ChangeAsync(shop => AddOnSettings.Store(shop.Rows.Unit, settings), request);
            return Results.Json(settings, FaultEndpoints.Json);
        }));
        routes.MapPost("/_sandbox/hints", (HttpRequest request) => ControlEndpoints.Answer(() => AimAsync(request)));
        routes.MapDelete("/_sandbox/hints", (HttpRequest request) => DoAsync(Stop, request));
        routes.MapPost("/_sandbox/hints/test", TestAsync);
        routes.MapPost("/_sandbox/hints/resend", (HttpRequest request) => DoAsync(shop => HintOutbox.Resend(shop), request));
    }

    // Whoever sets where hints go means a shop that sends them.
    private async Task<IResult> AimAsync(HttpRequest request)
    {
        var target = await ControlEndpoints.ReadAsync<HintTarget>(request);
        _ = HintSignature.Of(target, "", 0, "");
        return await DoAsync(
            shop =>
            {
                var unit = shop.Rows.Unit;
                AddOnSettings.Store(unit, AddOnSettings.Of(unit) with { Installed = true });
                unit.Put(HintOutbox.Target, "1", target);
            },
            request);
    }

    // The settings page's test button: sent at once and not kept.
    private async Task<IResult> TestAsync(HttpRequest request)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (await database.ReadAsync(shop => HintOutbox.TargetOf(shop.Rows.Unit), cancel) is not { } target)
        {
            return Results.Json(new { error = "The shop has no add-on, or no endpoint is set." }, FaultEndpoints.Json, statusCode: StatusCodes.Status409Conflict);
        }

        var hint = HintOutbox.Make("test", "test", "0", time.GetUtcNow());
        var reply = await post.SendAsync(target, hint.Id, hint.Body, cancel);
        return Results.Json(new { reply.Status, reply.Delivered }, FaultEndpoints.Json);
    }

    private static void Stop(ShopUnit shop)
    {
        shop.Rows.Unit.Remove(HintOutbox.Target, "1");
        shop.Rows.Unit.RemoveAll(HintOutbox.Waiting);
    }

    private async Task<IResult> DoAsync(Action<ShopUnit> change, HttpRequest request)
    {
        await ChangeAsync(change, request);
        return Results.NoContent();
    }

    private Task<bool> ChangeAsync(Action<ShopUnit> change, HttpRequest request) => database.WriteAsync(
        shop =>
        {
            change(shop);
            return true;
        },
        request.HttpContext.RequestAborted);
}
