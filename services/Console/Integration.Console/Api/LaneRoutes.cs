using Integration.Console.Access;
using Integration.Console.Lanes;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class LaneRoutes
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lanes/{pair}/{lane}/{half}/resume", Resume)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Lets a half of a lane that a rule paused go on as it is.");

    private static Task<Results<Accepted, ProblemHttpResult>> Resume(
        IDatabase database, IOutbox outbox, HttpContext http, string pair, string lane, string half, CancellationToken ct) =>
        database.TransactAsync<Results<Accepted, ProblemHttpResult>>(async (unit, token) =>
        {
            if (await LaneStore.FindAsync(unit, pair, lane, half, token) is not { } row)
            {
                return TypedResults.Problem("No such lane has reported. See /api/status for those that have.", statusCode: StatusCodes.Status404NotFound);
            }

            if (!row.ToState().CanResume)
            {
                return TypedResults.Problem(row.State == "off"
                    ? "The lane is switched off by its flow document: set enabled to true there."
                    : "The lane is not paused.", statusCode: StatusCodes.Status409Conflict);
            }

            await outbox.EnqueueAsync(unit, row.Commands, new ResumeLane(pair, lane, half, OperatorName.Of(http.Request)), token);
            return TypedResults.Accepted((string?)null);
        }, ct);
}
