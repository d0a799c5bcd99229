using Integration.Console.Attention;
using Integration.Console.Records;
using Integration.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class RecordRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/records", Find).WithSummary("Finds records by number (the shop's or the ERP's), pair, entity and state, newest first.");
        api.MapGet("/records/{pair}/{entity}/{recordId}", Get).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One record with its timeline, outside calls masked, and its attention entries.");
    }

    private static Task<IReadOnlyList<RecordSummary>> Find(
        IDatabase database, string? pair, string? entity, string? number, string? state, int? skip, int? take, CancellationToken ct) =>
        database.ReadAsync((unit, token) => RecordStore.FindAsync(unit, pair, entity, number, state, Paging.Skip(skip), Paging.Take(take), token), ct);

    private static Task<Results<Ok<RecordDetail>, ProblemHttpResult>> Get(
        IDatabase database, string pair, string entity, string recordId, CancellationToken ct) =>
        database.ReadAsync<Results<Ok<RecordDetail>, ProblemHttpResult>>(async (unit, token) =>
        {
            if (await RecordStore.GetAsync(unit, pair, entity, recordId, token) is not { } record)
            {
                return TypedResults.Problem("No such record was seen. Search by the order number with /api/records?number=…", statusCode: StatusCodes.Status404NotFound);
            }

            var entries = await AttentionStore.OfRecordAsync(unit, pair, entity, recordId, token);
            return TypedResults.Ok(new RecordDetail(
                record, await RecordStore.TimelineAsync(unit, pair, entity, recordId, token), [.. entries.Select(row => row.ToEntry())]));
        }, ct);
}
