using Integration.Console.Access;
using Integration.Console.Retries;
using Integration.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class RetryRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/attention/retry-all", Start).WithSummary("Starts sending all open records again that match: by pair, class, lookup and code, or document, version and rule.");
        api.MapGet("/retries", List).WithSummary("Bulk retries, the newest first.");
        api.MapGet("/retries/{id}", Get).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("How far a bulk retry is.");
        api.MapPost("/retries/{id}/cancel", Cancel).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Stops a bulk retry; what was sent stays sent.");
    }

    private static async Task<Accepted<RetryProgress>> Start(BulkRetries retries, HttpContext http, RetryFilter request, CancellationToken ct)
    {
        var started = await retries.StartAsync(request, OperatorName.Of(http.Request), ct);
        return TypedResults.Accepted($"/api/retries/{started.Id}", started);
    }

    private static async Task<IReadOnlyList<RetryProgress>> List(IDatabase database, int? take, CancellationToken ct) =>
        [.. (await database.ReadAsync((unit, token) => RetryStore.NewestAsync(unit, Paging.Take(take), token), ct)).Select(row => row.ToProgress())];

    private static async Task<Results<Ok<RetryProgress>, ProblemHttpResult>> Get(IDatabase database, string id, CancellationToken ct) =>
        Answer((await database.ReadAsync((unit, token) => RetryStore.GetAsync(unit, id, token), ct))?.ToProgress());

    private static async Task<Results<Ok<RetryProgress>, ProblemHttpResult>> Cancel(BulkRetries retries, string id, CancellationToken ct) => Answer(await retries.CancelAsync(id, ct));

    private static Results<Ok<RetryProgress>, ProblemHttpResult> Answer(RetryProgress? progress) => progress is null
        ? TypedResults.Problem("There is no such bulk retry: it may have ended long ago and been cleaned up.", statusCode: StatusCodes.Status404NotFound)
        : TypedResults.Ok(progress);
}
