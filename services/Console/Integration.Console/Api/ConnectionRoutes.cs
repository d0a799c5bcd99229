using Integration.Console.Access;
using Integration.Console.Attention;
using Integration.Console.Connections;
using Integration.Console.Lanes;
using Integration.Console.Records;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class ConnectionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/status", Status).WithSummary("Pairs with their orders by state, connections, lanes, and how much needs a person.");
        api.MapPost("/connections/{connection}/pause", (IDatabase database, IOutbox outbox, HttpContext http, string connection, PauseRequest request, CancellationToken ct) =>
            string.IsNullOrWhiteSpace(request.Reason)
                ? Task.FromResult<Results<Accepted, ProblemHttpResult>>(TypedResults.Problem("Say why in reason: everybody who looks at the connection sees it.", statusCode: StatusCodes.Status400BadRequest))
                : MoveAsync(database, outbox, connection, new PauseConnection(connection, true, OperatorName.Of(http.Request), request.Reason.Trim()), ct))
            .ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Pauses a connection: its queues hold what comes.");
        api.MapPost("/connections/{connection}/resume", (IDatabase database, IOutbox outbox, HttpContext http, string connection, CancellationToken ct) =>
            MoveAsync(database, outbox, connection, new PauseConnection(connection, false, OperatorName.Of(http.Request), ""), ct))
            .ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Resumes a paused or denied connection.");
    }

    private static Task<PlatformStatus> Status(IDatabase database, CancellationToken ct) =>
        database.ReadAsync(async (unit, token) =>
        {
            var counts = await RecordStore.CountsAsync(unit, token);
            return new PlatformStatus(
                [.. counts.GroupBy(count => count.Pair).Select(pair => new PairStatus(pair.Key, pair.ToDictionary(count => count.State, count => count.Count)))],
                await ConnectionStore.AllAsync(unit, token),
                await LaneStore.AllAsync(unit, token),
                await AttentionStore.CountOpenAsync(unit, token));
        }, ct);

    private static Task<Results<Accepted, ProblemHttpResult>> MoveAsync(
        IDatabase database, IOutbox outbox, string connection, PauseConnection command, CancellationToken ct) =>
        database.TransactAsync<Results<Accepted, ProblemHttpResult>>(async (unit, token) =>
        {
            var known = await ConnectionStore.AllAsync(unit, token);
            if (known.All(state => state.Connection != connection))
            {
                return TypedResults.Problem($"No connection of that name has reported. Known: {string.Join(", ", known.Select(state => state.Connection))}.", statusCode: StatusCodes.Status404NotFound);
            }

            await outbox.EnqueueAsync(unit, Queues.Connection(connection), command, token);
            return TypedResults.Accepted((string?)null);
        }, ct);
}
