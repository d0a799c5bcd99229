using Integration.Console.Access;
using Integration.Console.Attention;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class AttentionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/attention", List).WithSummary("The attention list, newest first. Without a state: what is open or being retried.");
        api.MapPost("/attention/retry", Retry).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Sends one record on again.");
        api.MapPost("/attention/decide", Decide).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Decides a conflict: the values of the storefront or of the ERP are kept and written to the other side.");
        api.MapGet("/attention/groups", Groups).WithSummary("What is not settled, by pair, class and cause, the largest group first.");
        api.MapPost("/attention/settle", Settle).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Marks one entry as done without sending anything.");
    }

    private static async Task<Results<Ok<IReadOnlyList<AttentionEntry>>, ProblemHttpResult>> List(
        IDatabase database, string? pair, string? @class, string? state, int? skip, int? take, CancellationToken ct)
    {
        AttentionState? asked = Enum.TryParse<AttentionState>(state, ignoreCase: true, out var known) ? known : null;
        if (!string.IsNullOrEmpty(state) && (asked is null || !Enum.IsDefined(known)))
        {
            return TypedResults.Problem("The state is open, retrying or settled; without one the answer is everything that is not settled.", statusCode: StatusCodes.Status400BadRequest);
        }

        var rows = await database.ReadAsync((unit, token) => AttentionStore.ListAsync(unit, pair, @class, asked, Paging.Skip(skip), Paging.Take(take), token), ct);
        return TypedResults.Ok<IReadOnlyList<AttentionEntry>>([.. rows.Select(row => row.ToEntry())]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Retry(AttentionActions actions, HttpContext http, AttentionRequest request, CancellationToken ct) =>
        Answer(await actions.RetryAsync(request.Key, request.Version, OperatorName.Of(http.Request), ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> Settle(AttentionActions actions, HttpContext http, AttentionRequest request, CancellationToken ct) =>
        Answer(await actions.SettleAsync(request.Key, request.Version, OperatorName.Of(http.Request), request.Note ?? "", ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> Decide(AttentionActions actions, HttpContext http, DecisionRequest request, CancellationToken ct) =>
        DecideConflict.Knows(request.Keep)
            ? Answer(await actions.DecideAsync(request.Key, request.Version, request.Keep, OperatorName.Of(http.Request), ct))
            : TypedResults.Problem("Say whose values are kept: storefront or erp.", statusCode: StatusCodes.Status400BadRequest);

    private static Task<IReadOnlyList<AttentionGroup>> Groups(IDatabase database, string? pair, string? @class, int? take, CancellationToken ct) =>
        database.ReadAsync((unit, token) => AttentionCauses.GroupsAsync(unit, pair, @class, Paging.Take(take), token), ct);

    private static Results<NoContent, ProblemHttpResult> Answer(RetryOutcome outcome) => outcome switch
    {
        RetryOutcome.Acted => TypedResults.NoContent(),
        RetryOutcome.NotFound => TypedResults.Problem("No such entry: it may have been settled long ago and cleaned up.", statusCode: StatusCodes.Status404NotFound),
        RetryOutcome.CannotRetry => TypedResults.Problem("This entry cannot be retried: follow its advice, then mark it done.", statusCode: StatusCodes.Status422UnprocessableEntity),
        RetryOutcome.CannotDecide => TypedResults.Problem("There is nothing to decide about this entry: follow its advice. A conflict that was raised before an update is decided after a retry.", statusCode: StatusCodes.Status422UnprocessableEntity),
        RetryOutcome.Gone => TypedResults.Problem("The broker no longer holds this message: somebody may have moved it in the management page. Nothing was sent; read the order again, then mark this done.", statusCode: StatusCodes.Status422UnprocessableEntity),
        _ => TypedResults.Problem("Somebody else acted on this entry first, or it settled meanwhile: load the list again.", statusCode: StatusCodes.Status409Conflict),
    };
}
