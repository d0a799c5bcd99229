using Integration.Console.Backfills;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class BackfillRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/backfills", Last).WithSummary("First loads and histories: how far each is, its rate and the time left, the newest first.");

    private static Task<IReadOnlyList<BackfillReported>> Last(IDatabase database, string? pair, int? skip, int? take, CancellationToken ct) =>
        database.ReadAsync((unit, token) => BackfillStore.LastAsync(unit, pair, Paging.Skip(skip), Paging.Take(take), token), ct);
}
