using Integration.Connectors.Hosting;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Hosting;
using Integration.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>
/// <c>GET /internal/customers/{pair}/counts</c>: what the lane did; <c>GET …/conflicts/{id}</c>: both sides' values of the fields that wait for a person, opened;
/// <c>POST …/conflicts/{id}/{keep}</c> with <c>storefront</c> or <c>erp</c>: decides. On loopback only, by callers that name themselves; the log says who, not about whom.
/// </summary>
internal sealed class CustomerRoutes(IDatabase database, TwoWayStore store, IOutbox outbox, ILogger<CustomerRoutes> log) : IEndpointModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/customers/{pair}").AddEndpointFilter(LoopbackGuard.RefuseOthersAsync);
        group.MapGet("/counts", CountsAsync);
        group.MapGet("/conflicts/{id}", ConflictsAsync);
        group.MapPost("/conflicts/{id}/{keep}", DecideAsync);
    }

    private async Task<IResult> CountsAsync(string pair, CancellationToken ct)
    {
        var counts = await database.ReadAsync((unit, token) => TwoWayStore.CountsAsync(unit, pair, Entities.Customer, token), ct);
        return Results.Json(((string[])[TwoWayCounts.ToErp, TwoWayCounts.ToStorefront, TwoWayCounts.Echoes, TwoWayCounts.Conflicts]).ToDictionary(what => what, what => counts.GetValueOrDefault(what)));
    }

    private async Task<IResult> ConflictsAsync(string pair, string id, HttpContext http, CancellationToken ct)
    {
        var record = await database.TransactAsync((unit, token) => store.FindAsync(unit, pair, Entities.Customer, id, token), ct);
        if (record is null) return Results.NotFound();
        log.LogWarning("The conflicting values of a customer of {Pair} were shown to {Operator}", pair, LoopbackGuard.OperatorOf(http));
        return Results.Json(record.OpenConflicts().Select(conflict => new { conflict.Field, conflict.Storefront, conflict.Erp }));
    }

    private async Task<IResult> DecideAsync(string pair, string id, string keep, HttpContext http, CancellationToken ct)
    {
        if (!DecideConflict.Knows(keep)) return Results.BadRequest(new { error = "Keep 'storefront' or 'erp'." });
        var found = await database.TransactAsync(async (unit, token) =>
        {
            if (await store.FindAsync(unit, pair, Entities.Customer, id, token) is not { Conflicts.Count: > 0 }) return false;
            await outbox.EnqueueAsync(unit, CustomerQueues.Erp(pair), new DecideConflict(pair, Entities.Customer, id, keep, LoopbackGuard.OperatorOf(http)), token);
            return true;
        }, ct);
        return found ? Results.Accepted() : Results.NotFound();
    }
}
