using Integration.Console.Access;
using Integration.Console.Reconciliation;
using Integration.Console.Reconciliation.Reporting;
using Integration.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class ReconciliationRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/reconciliations", Start).WithSummary("Starts comparing both sides of a pair, read afresh: one day, or the pair's usual days up to today.");
        api.MapGet("/reconciliations", List).WithSummary("Reconciliations, the newest first, without their findings.");
        api.MapGet("/reconciliations/{id}", Get).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One reconciliation with totals and findings.");
        api.MapGet("/reconciliations/{id}/findings.csv", Csv).Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Its findings as CSV.");
        api.MapGet("/reconciliations/{id}/totals.csv", Totals).Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Its totals as CSV, those of a settlement file too.");
        api.MapPost("/reconciliations/{id}/cancel", Cancel).ProducesProblem(StatusCodes.Status404NotFound).WithSummary("Stops a reconciliation; what was sent to be mended stays sent.");
    }

    private static async Task<Results<Accepted<ReconciliationReport>, ProblemHttpResult>> Start(
        Reconciliations runs, IDatabase database, HttpContext http, ReconciliationRequest request, CancellationToken ct)
    {
        var (id, problem) = await runs.StartAsync(request, OperatorName.Of(http.Request), ct);
        if (id is null) return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        return TypedResults.Accepted($"/api/reconciliations/{id}", await ReportAsync(database, id, ct));
    }

    private static Task<IReadOnlyList<ReconciliationReport>> List(IDatabase database, string? pair, int? take, CancellationToken ct) =>
        database.ReadAsync((unit, token) => Reports.NewestAsync(unit, pair, Paging.Take(take), token), ct);

    private static async Task<Results<Ok<ReconciliationReport>, ProblemHttpResult>> Get(IDatabase database, string id, CancellationToken ct) =>
        await ReportAsync(database, id, ct) is { } report ? TypedResults.Ok(report) : Unknown();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Csv(IDatabase database, string id, CancellationToken ct) =>
        await ReportAsync(database, id, ct) is { } report ? TypedResults.Text(FindingsCsv.Of(report), "text/csv; charset=utf-8") : Unknown();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Totals(IDatabase database, string id, CancellationToken ct) =>
        await ReportAsync(database, id, ct) is { } report ? TypedResults.Text(TotalsCsv.Of(report), "text/csv; charset=utf-8") : Unknown();

    private static async Task<Results<Ok<ReconciliationReport>, ProblemHttpResult>> Cancel(Reconciliations runs, IDatabase database, HttpContext http, string id, CancellationToken ct) =>
        await runs.CancelAsync(id, OperatorName.Of(http.Request), ct) && await ReportAsync(database, id, ct) is { } report ? TypedResults.Ok(report) : Unknown();

    private static Task<ReconciliationReport?> ReportAsync(IDatabase database, string id, CancellationToken ct) =>
        database.ReadAsync((unit, token) => Reports.GetAsync(unit, id, token), ct);

    private static ProblemHttpResult Unknown() =>
        TypedResults.Problem("There is no such reconciliation: it may have ended long ago and been cleaned up.", statusCode: StatusCodes.Status404NotFound);
}
